"""Templates written after the rules were mended on what other people's tests hold, and measured once: what to expect of new logs.

At first sight no clean line was flagged as certain and 5.8 % as likely (three templates of 52: Sherlock Holmes, Mona Lisa and
Rockstar Games); precision / recall: structured 100 / 99.6, secrets 100 / 88.9 (``set KEY to VALUE``), names 82.8 / 96.0. ``set`` and
names of organisations were mended afterwards; famous names stay. The last forty of each came at the end, and at first sight: no
clean line flagged, structured 100 / 100, secrets 100 / 91.7 (a password in quotation marks), names 100 / 88.2.

Marks as in :mod:`tests.bench.pii_templates`; values of :class:`tests.bench.pii_values_world.WorldValues`.
"""

from __future__ import annotations

POSITIVE = r"""
{"type":"contact.creation","objectId":<digits_8>,"properties":{"firstname":"{{person:<first>}}","lastname":"{{person:<last>}}","email":"{{email:<mail>}}","phone":"{{phone:<tel>}}"}}
{"ticket":{"id":<digits_6>,"via":"email","requester":{"name":"{{person:<person>}}","email":"{{email:<mail>}}"},"subject":"Refund"}}
{"eventType":"user.session.start","actor":{"alternateId":"{{email:<mail_firm>}}","displayName":"{{person:<person>}}"},"client":{"ipAddress":"{{ip:<ip_any>}}"},"outcome":"SUCCESS"}
{"Records":[{"userIdentity":{"type":"IAMUser","userName":"{{username:<login>}}"},"sourceIPAddress":"{{ip:<ip_any>}}","eventName":"ListBuckets"}]}
{"protoPayload":{"authenticationInfo":{"principalEmail":"{{email:<mail_firm>}}"},"requestMetadata":{"callerIp":"{{ip:<ip_any>}}"},"methodName":"storage.objects.get"}}
{"MessageSid":"SM<hex_32>","To":"{{phone:+<msisdn>}}","Body":"Your table for 4 is ready","Status":"delivered"}
{"event":"bounce","email":"{{email:<mail>}}","reason":"550 5.1.1 mailbox unavailable","sg_event_id":"<word62_22>"}
{"object":"customer","address":{"line1":"{{address:<street>}}","country":"DE"},"email":"{{email:<mail>}}","name":"{{person:<person>}}","phone":"{{phone:+<msisdn>}}"}
{"booking":{"pax":[{"given_name":"{{person:<first>}}","family_name":"{{person:<last>}}","born_on":"{{dob:<birth>}}","passport_number":"{{passport:<passport>}}"}]}}
{"resourceType":"Patient","name":[{"family":"{{person:<last>}}","given":["{{person:<first>}}"]}],"birthDate":"{{dob:<birth>}}","telecom":[{"system":"phone","value":"{{phone:<tel>}}"}]}
{"span":"tool.call","tool":"lookup_customer","input":"{\"phone\": \"{{phone:<tel>}}\", \"email\": \"{{email:<mail>}}\"}","ms":41}
{"trace":"<hex_32>","inputs":{"question":"Can you move my flight? Booking under {{person:<person>}}, call me on {{phone:<tel>}}"}}
{"role":"user","content":"I was double charged on {{credit_card:<pan_any>}}, please refund to IBAN {{iban:<iban_any_spaced>}}"}
{"role":"user","content":"this is {{person:<person>}} from accounting, mail {{email:<mail_firm>}} if the upload fails"}
{"role":"user","content":"update my record: date of birth {{dob:<birth>}}, ssn {{us_ssn:<ssn>}}"}
{"transcript":"agent: may I have your name? caller: yes, it's {{person:<person>}}. agent: and a number? caller: {{phone:<tel>}}"}
I, [2026-07-08T10:11:12.001 #4411]  INFO -- : Parameters: {"user"=>{"email"=>"{{email:<mail>}}", "password"=>"{{generic_secret:<pass>}}"}, "commit"=>"Log in"}
[2026-07-08 10:11:12] production.ERROR: Mail to {{email:<mail>}} failed {"exception":"TransportException"}
10:11:12.001 [main] DEBUG o.s.j.d.DriverManagerDataSource - jdbc:postgresql://db:5432/crm?user=crm&password={{generic_secret:<word62_16>}}
[10:11:12 WRN] Payment declined for card {{credit_card:<pan_any>}} of {{person:<person>}} from {{ip:<ip_any>}}
Jul  8 10:11:12 mx1 postfix/smtp[4411]: 4F1A2: to=<{{email:<mail>}}>, relay=mx.web.de[{{ip:<ip_any>}}]:25, delay=1.2, status=sent
Jul  8 10:11:12 gw dnsmasq-dhcp[411]: DHCPACK(br0) 10.2.0.14 {{mac:<mac_lower>}} pixel-7
Jul  8 10:11:12 edge sshd[4411]: Accepted publickey for {{username:<login>}} from {{ip:<ip_any>}} port 51022 ssh2
[2026-07-08T10:11:12.001Z] "GET /users?email={{email:<mail_quoted>}} HTTP/2" 200 - 0 412 7 6 "{{ip:<ip_any>}}" "okhttp/4.9"
{{ip:<ip_any>}} - {{username:<login>}} [08/Jul/2026:10:11:12 +0000] "GET /lab/tree HTTP/1.1" 200 5120
level=warn ts=2026-07-08T10:11:12Z caller=auth.go:41 msg="too many failures" user={{email:<mail_firm>}} addr={{ip:<ip_any>}}
E0708 10:11:12.001 4411 login.go:77] password mismatch for {{email:<mail>}} (attempt 3)
sqlalchemy.exc.IntegrityError: (psycopg2.errors.UniqueViolation) Key (email)=({{email:<mail>}}) already exists.
UPDATE patients SET phone = '{{phone:<tel>}}', dob = '{{dob:<birth>}}' WHERE id = <digits_6>
ValueError: IBAN {{iban:<iban_any>}} belongs to another customer
WARNING:root:skipping row 17: ['{{person:<person>}}', '{{email:<mail>}}', '{{phone:<tel>}}']
id;name;email;dob<nl><digits_5>;{{person:<person>}};{{email:<mail>}};{{dob:<birth>}}
Uploading /home/{{username:<login>}}/notebooks/eval.ipynb to run <hex_8>
  File "C:\Users\{{username:<login>}}\repos\agent\main.py", line 41, in <module>
{"gps":{"lat":{{geo:<lat>}},"lng":{{geo:<long>}}},"vin":"{{vehicle:WVWZZZ1JZXW000001}}","speed":87}
{"wallet":"{{btc:1BoatSLRHtKNngkdXEeobR76b53LETtpyT}}","amount":0.02,"chain":"bitcoin"}
openai.AuthenticationError: Error code: 401 - Incorrect API key provided: {{generic_secret:<openai>}}. You can find your API key at https://platform.openai.com
export ANTHROPIC_API_KEY={{generic_secret:<anthropic>}}
{"env":[{"name":"HF_TOKEN","value":"{{generic_secret:<hf>}}"},{"name":"LOG_LEVEL","value":"info"}]}
INFO: cloning https://oauth2:{{generic_secret:<word62_20>}}@gitlab.contoso.io/ml/rag.git
remote: fatal: Authentication failed for 'https://{{generic_secret:<gh_pat>}}@github.com/contoso/rag.git/'
DEBUG:urllib3.connectionpool:send: b'GET /v1/me HTTP/1.1\r\nAuthorization: Bearer {{generic_secret:<word62_40>}}\r\n\r\n'
request headers: {'x-api-key': '{{generic_secret:<word62_32>}}', 'accept': 'application/json'}
Set-Cookie: sessionid={{session_id:<alnum_32>}}; HttpOnly; Path=/; SameSite=Lax
redis.exceptions.AuthenticationError: invalid password for redis://default:{{url_password:<word62_20>}}@cache:6379/0
{"dsn":"Server=sql1;Database=crm;User Id=svc;Password={{generic_secret:<pass>}};Encrypt=true"}
> webhook https://hooks.slack.com/services/{{generic_secret:T<alnum_9>/B<alnum_9>/<word62_24>}} returned 404
{"content":"here's the staging login: user qa-bot, password {{generic_secret:<pass>}}"}
{"content":"set PINECONE_API_KEY to {{generic_secret:<hex_8>-<hex_4>-<hex_4>-<hex_4>-<hex_12>}} and retry"}
{"content":"my weather api key is {{generic_secret:<hex_32>}}, why do I get 401?"}
aws configure set aws_secret_access_key {{generic_secret:<aws_secret>}} --profile ci
terraform output: db_password = "{{generic_secret:<pass>}}"
{"op":"upsert","collection":"guests","doc":{"guest_name":"{{person:<person>}}","contact_email":"{{email:<mail>}}","contact_phone":"{{phone:<tel>}}"}}
{"lead":{"fullName":"{{person:<person>}}","workEmail":"{{email:<mail_firm>}}","mobile":"{{phone:+<msisdn>}}","source":"ads"}}
{"kind":"Event","user":{"username":"{{email:<mail_firm>}}"},"sourceIPs":["{{ip:<ip_any>}}"],"verb":"delete"}
{"audit":{"actor_ip":"{{ip:<ip_any>}}","actor":"{{username:<login>}}","action":"repo.clone"}}
{"employee":{"surname":"{{person:<last>}}","forename":"{{person:<first>}}","nino":"{{uk_nino:AB 12 34 56 C}}","dob":"{{dob:<birth>}}"}}
{"refund":{"iban":"{{iban:<iban_any>}}","bic":"COBADEFF","holder":"{{person:<person>}}"}}
{"device":{"mac_address":"{{mac:<mac_lower>}}","fw":"4.2.1","wan_ip":"{{ip:<ip_any>}}"}}
{"messages":[{"role":"user","content":"Hi! I'm {{person:<person>}}. My order never came, my email is {{email:<mail>}}"}]}
{"messages":[{"role":"user","content":"please call my wife at {{phone:<tel>}}, she has the contract"}]}
{"prompt":"Translate: Sehr geehrter Herr {{person:<last>}}, Ihre IBAN {{iban:<iban_any_spaced>}} wurde geändert."}
{"output":"I have updated the phone number on file to {{phone:<tel>}}."}
{"question":"is {{email:<mail>}} registered? her ssn ends up as {{us_ssn:<ssn>}}"}
{"tool_input":"{\"query\":\"SELECT * FROM members WHERE email='{{email:<mail>}}'\"}"}
2026-07-09 08:01:02 INFO  [worker-3] c.a.mail.Sender : delivered to {{email:<mail>}} (queue=2)
2026-07-09 08:01:02 WARN  [worker-3] c.a.pay.Gateway : PAN {{credit_card:<pan_any>}} rejected by issuer
08:01:02.113 ERROR - cannot normalise phone {{phone:<tel>}}: region unknown
<134>Jul  9 08:01:02 fw1 filterlog: block,in,{{ip:<ip_any>}},10.2.0.4,tcp,443
Jul  9 08:01:02 host su: pam_unix(su:session): session opened for user {{username:<login>}}(uid=1004) by (uid=0)
{{ip:<ip_any>}} - - [09/Jul/2026:08:01:02 +0000] "POST /reset?email={{email:<mail_quoted>}} HTTP/1.1" 204 0
web.1 | Started POST "/sessions" for {{ip:<ip_any>}} at 2026-07-09 08:01:02 +0000
level=info user_email={{email:<mail>}} plan=pro event=upgrade
customer: {{person:<person>}} <{{email:<mail>}}> asked for an invoice
KeyError: '{{email:<mail>}}'
assert resp.json()["email"] == "{{email:<mail>}}"
INSERT INTO t_user(name,phone,id_card) VALUES('{{person:<person>}}','{{phone:<tel>}}','x')
Dear {{person:<person>}}, thank you for your payment by card {{credit_card:<pan_any>}}.
Patient: {{person:<person>}}, DOB: {{dob:<birth_us>}}, MRN: {{mrn:<digits_7>}}, admitted
pickup at {{geo:<lat>,<long>}} by courier
groq.AuthenticationError: Invalid API Key {{generic_secret:gsk_<word62_52>}}
os.environ["DEEPSEEK_API_KEY"] = "{{generic_secret:sk-<hex_32>}}"
docker run -e MYSQL_ROOT_PASSWORD={{generic_secret:<pass>}} -p 3306:3306 mysql:8
curl -H "x-api-key: {{generic_secret:<word62_32>}}" https://api.contoso.io/v1/runs
WARN  config: plaintext password '{{generic_secret:<pass>}}' in application.yml line 12
{"headers":{"cookie":"session={{session_id:<word62_40>}}; theme=dark"}}
DATABASE_URL=postgres://rag:{{url_password:<word62_16>}}@db.internal:5432/rag
{"smtp":{"host":"mail.web.de","user":"bot","pass":"{{generic_secret:<pass>}}"}}
git clone https://{{generic_secret:<gh_pat>}}@github.com/contoso/rag
Bearer token {{generic_secret:<token_jwt>}} expired
{"tg":"https://api.telegram.org/bot{{generic_secret:<bot>}}/sendMessage"}
signing key: {{generic_secret:<hex_64>}} loaded from disk
"""

NEGATIVE = r"""
{"level":"info","msg":"flushed 1,204 spans","exporter":"otlp","endpoint":"10.4.2.<digits_2>:4317","took":"12.3ms"}
{"event":"llm.response","id":"chatcmpl-<word62_29>","system_fingerprint":"fp_<hex_10>","usage":{"prompt_tokens":<digits_4>,"completion_tokens":<digits_3>}}
{"id":"msg_01<word62_22>","type":"message","stop_reason":"tool_use","content":[{"type":"tool_use","id":"toolu_01<word62_22>"}]}
{"run_id":"<uuid>","thread_id":"thread_<word62_24>","assistant_id":"asst_<word62_24>","status":"queued"}
{"tokenizer":"LlamaTokenizerFast","eos_token":"</s>","pad_token":"<unk>","model_max_length":4096}
{"epoch":3,"step":<digits_5>,"token_accuracy":0.8<digits_3>,"key_query_value_norm":1.<digits_4>,"secret_sharer_exposure":0.<digits_3>}
[rank3]: NCCL version 2.21.5+cuda12.4, driver 550.54.15, socket eth0 10.1.0.<digits_2><0>
ptxas info    : Used 255 registers, 49152 bytes smem, 400 bytes cmem[0]
0x00007f<hex_10> in cublasLtMatmul () from /usr/lib/libcublasLt.so.12.4.5.8
kernel: nvidia 0000:3b:00.0: Xid 79, pid=<digits_5>, GPU has fallen off the bus
Step 4/11 : COPY --from=build /app/dist /srv ---> <hex_12>
sha256:<hex_64> 1.4MB / 29.1MB 12.3s
#14 [build 7/9] RUN pip install torch==2.4.1+cu124 --index-url https://download.pytorch.org/whl/cu124
Collecting pydantic-core==2.20.1 (from pydantic)
npm warn deprecated glob@7.2.3: Glob versions prior to v9 are no longer supported
added 1204 packages, and audited 1205 packages in 41s
  resolution: {integrity: sha512-<word62_86>==}
Merge pull request #<digits_4> from contoso/feature/token-refresh
PASS src/auth/login.test.ts (5.2 s) > rejects a wrong password
test_password_reset_email (accounts.tests.ResetTests) ... ok
tests/test_phone_parser.py::test_us_number[national] PASSED [ 41%]
AssertionError: expected status 401, got 200 for user fixture 'editor'
Warning: input is too long for column "email" (varchar(64))
ALTER TABLE customers ADD COLUMN phone_verified boolean DEFAULT false;
CREATE INDEX CONCURRENTLY idx_users_email ON users USING btree (lower(email));
 Seq Scan on users  (cost=0.00..4211.<digits_2> rows=<digits_5> width=88) (actual time=0.01..12.<digits_2> rows=<digits_5> loops=1)
{"query":"select name, count(*) from agents group by name","rows":14,"name":"agents_by_name"}
{"columns":["name","email","ssn","phone"],"nullable":[false,true,true,true]}
{"schema":{"type":"object","properties":{"password":{"type":"string","format":"password"},"email":{"type":"string","format":"email"}}}}
{"error":{"loc":["body","phone"],"msg":"value is not a valid phone number","type":"value_error"}}
{"rule":"pii-email","action":"redact","replacement":"[EMAIL]","matches":0}
Redacted 3 secrets (OPENAI_API_KEY, GH_TOKEN, DB_PASSWORD) from the build log
env: OPENAI_API_KEY=*** HF_TOKEN=*** WANDB_MODE=offline
Using credentials from environment; token expires in 3599 s
token refreshed for client rag-frontend, scope=openid profile email
secret "rag-tls" not found in namespace "prod"; retrying in 5s
MountVolume.SetUp failed for volume "kube-api-access-<alnum_5>" : configmap "kube-root-ca.crt" not found
Successfully assigned prod/vllm-<hex_10>-<alnum_5> to ip-10-2-14-7.eu-west-1.compute.internal
I0708 10:11:12.001 1 leaderelection.go:250] attempting to acquire lease kube-system/kube-scheduler
{"name":"Time To First Token","unit":"seconds","value":0.41,"labels":{"model":"Mixtral Instruct"}}
{"service":"Payment Gateway","owner":"Platform Team","tier":"Gold Support","region":"Frankfurt Am Main"}
{"title":"Grand Theft Auto","author":"Rockstar Games","genre":"Open World"}
{"benchmark":"Big Bench Hard","subset":"Date Understanding","acc":0.7<digits_3>}
The Eiffel Tower, Golden Gate Bridge and Big Ben are landmarks; Mona Lisa is a painting.
{"content":"Shakespeare wrote Romeo and Juliet; Sherlock Holmes lives in Baker Street."}
{"content":"To call the API, pass your API key in the Authorization header: Bearer YOUR_API_KEY"}
{"content":"Use a placeholder such as sk-... or <your-token> in the docs, never a real password."}
{"content":"Version 4.11.2.1 fixes ticket 4711-0815; see RFC 7519 and ISO 8601-1:2019."}
{"isbn":"978-3-16-148410-0","order":"<digits_3>-<digits_7>-<digits_7>","ean":"<digits_13>","qty":2}
{"sensor":"th-<digits_4>","t":21.<digits_4>,"h":48.<digits_4>,"seq":<digits_9>,"fw":"1.10.0.3"}
{"bbox":[12.4821,41.8933,12.5121,41.9121],"zoom":14,"tiles":<digits_3>}
{"etag":"\"<hex_32>\"","x-amz-version-id":"<word62_32>","x-amz-request-id":"<hex_16>","last_modified":17<digits_8>}
{"event":"checkpoint","path":"s3://runs/<hex_8>/step-<digits_5>.pt","bytes":<digits_10>,"sha256":"<hex_64>"}
{"gpu":{"uuid":"GPU-<uuid>","serial":"<digits_13>","pci":"0000:3b:00.0","temp":71,"power":402.17}}
{"request":{"id":"<uuid>","model":"gpt-4o-2024-08-06","max_tokens":1024,"top_p":0.95,"stop":["</s>"]}}
{"retriever":"bm25","hits":[{"doc_id":"doc-<digits_8>","score":12.<digits_4>},{"doc_id":"doc-<digits_8>","score":11.<digits_4>}]}
{"eval":"gsm8k","n":1319,"exact_match":0.<digits_4>,"stderr":0.0<digits_3>,"few_shot":5,"seed":<digits_4>}
{"lr":3e-5,"warmup":0.03,"betas":[0.9,0.95],"weight_decay":0.1,"token_per_step":<digits_7>}
{"pod":"trainer-<hex_10>-<alnum_5>","node":"gpu-a100-07","ip":"10.42.3.<digits_2>","phase":"Running","restarts":0}
{"user_agent":"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/126.0.6478.126 Safari/537.36"}
{"lang":"en","tz":"America/New_York","locale":"en-US","currency":"USD","amount":1204.50}
{"field":"phone","rule":"required","message":"Phone number is required"}
{"feature":"email_verification","enabled":true,"rollout":0.25,"owner":"growth"}
{"msg":"password strength: 3/4","entropy_bits":58.1,"policy":"nist"}
{"name":"customer_churn","version":"2026.07.1","stage":"Production","run":"<hex_32>"}
{"label":"PERSON","text":"[PERSON]","start":11,"end":19,"score":0.99}
{"author":"dependabot[bot]","title":"Bump urllib3 from 2.2.1 to 2.2.2","sha":"<hex_40>"}
{"client":"python-requests/2.32.3","peer":"10.0.4.12:51022","proto":"h2","tls":"TLSv1.3"}
{"a":[<digits_3>,<digits_3>,<digits_4>],"b":[[<digits_2>,<digits_2>],[<digits_2>,<digits_2>]]}
2026-07-09 08:01:02,113 DEBUG urllib3.connectionpool https://api.openai.com:443 "POST /v1/chat/completions HTTP/1.1" 200 None
2026-07-09 08:01:02 INFO kafka.cluster: Partition orders-14 offset <digits_10> lag 0
INFO:     Application startup complete. Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)
W0709 08:01:02.113 7 memory.go:88] evicted 1204 keys, hit rate 0.91
Jul  9 08:01:02 node7 systemd[1]: Started Session 4411 of user root.
Jul  9 08:01:02 node7 CRON[4411]: (root) CMD (run-parts /etc/cron.hourly)
[INFO] Building jar: /srv/build/target/app-1.14.2-SNAPSHOT.jar
[notice] A new release of pip is available: 24.0 -> 24.1.2
test auth::tests::rejects_expired_token ... ok
FAILED tests/test_api.py::test_get_user_by_email - AssertionError: assert 404 == 200
  at Object.<anonymous> (src/login/password.spec.ts:41:7)
error[E0308]: mismatched types: expected `&str`, found `Token`
gcc -O3 -march=native -c secret_handshake.c -o secret_handshake.o
ssh-keygen: generating public/private ed25519 key pair; fingerprint SHA256:<word62_43>
helm: release "vault" upgraded; secrets engine kv-v2 mounted at kv/
Login successful. Welcome back!
Please enter your e-mail address and a new password.
Tip: never share your API key or password with anyone.
The Treaty of Versailles was signed on June 28, 1919 in the Hall of Mirrors.
Water boils at 100.0 C; see table 12-345-6 and figure 7.
Agent Planner -> Tool Router -> Code Executor -> Final Answer
Model Llama Guard and Granite Guardian disagree on prompt <digits_4>
Ticket ABC-<digits_4> moved from In Progress to Code Review
"""
