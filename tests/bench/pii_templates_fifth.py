"""A fifth set of templates, written without looking at the rules: text logs, tracebacks, transcripts, clouds, tables, Kubernetes.

Half of it are hard negatives: what looks like a secret, a number or a name and is none. Marks as in
:mod:`tests.bench.pii_templates`; ``<nl>`` is a line break inside a record. At first sight the rules flagged 4.47 % of the
clean lines as certain and 6.73 % as certain or likely (precision / recall: structured 97.6 / 94.6, secrets 78.1 / 96.2, names
93.2 / 77.6, login names 66.7 / 33.3); then they were mended, so that it counts as seen.
"""

from __future__ import annotations

POSITIVE = r"""
Traceback (most recent call last):<nl>  File "/srv/app/api/users.py", line <digits_3>, in create<nl>    session.commit()<nl>sqlalchemy.exc.IntegrityError: (psycopg.errors.UniqueViolation) duplicate key value violates unique constraint "ix_users_email"<nl>DETAIL:  Key (email)=({{email:<email>}}) already exists.<nl>[parameters: {'email': '{{email:<email>}}', 'full_name': '{{person:<name_tr>}}', 'phone': '{{phone:<phone_intl>}}', 'is_active': True}]
2026-05-19 14:02:11,482 ERROR [worker-4] app.mail: delivery failed<nl>Traceback (most recent call last):<nl>  File "/app/mail.py", line 88, in send<nl>    raise DeliveryError(rcpt)<nl>app.errors.DeliveryError: 550 no such mailbox: {{email:<email>}}
pydantic_core._pydantic_core.ValidationError: 1 validation error for SignUp<nl>phone<nl>  Value error, not a mobile number [type=value_error, input_value='{{phone:<phone_e164>}}', input_type=str]
Traceback (most recent call last):<nl>  File "C:\Users\{{username:<user>}}\src\rag\ingest.py", line <digits_2>, in <module><nl>    main()<nl>FileNotFoundError: [Errno 2] No such file or directory: 'C:\\Users\\{{username:<user>}}\\data\\contacts.csv'
openai.AuthenticationError: Error code: 401 - {'error': {'message': 'Incorrect API key provided: {{generic_secret:<openai>}}.', 'type': 'invalid_request_error', 'code': 'invalid_api_key'}}
java.sql.SQLException: Access denied; url=jdbc:mysql://db-3:3306/crm?user=svc_crm&password={{generic_secret:<password>}}<nl>	at com.mysql.cj.jdbc.exceptions.SQLError.createSQLException(SQLError.java:129)<nl>	at com.acme.crm.Repo.load(Repo.java:<digits_2>)
panic: dial postgres://crm:{{generic_secret:<word62_18>}}@10.3.0.9:5432/crm?sslmode=require: timeout<nl><nl>goroutine 1 [running]:<nl>main.main()<nl>	/src/cmd/api/main.go:41 +0x1d4
thread 'main' panicked at 'bad row: User { id: <digits_5>, name: "{{person:<name_cz>}}", email: "{{email:<email>}}" }', src/import.rs:117:9
[10:02] {{person:<first_us>}}: morning, did the reindex finish?<nl>[10:04] {{person:<first_au>}}: yes, took 40 min
[2026-05-19 10:02:44] {{person:<name_it>}}: can someone send me the slides? {{email:<email>}}
2026-05-19 10:02 - {{person:<name_in>}}: call me on {{phone:<phone_intl>}}
Agent: Thanks for calling. Who am I speaking with?<nl>Customer: This is {{person:<name_us>}}, my account email is {{email:<email>}}<nl>Agent: Thank you, {{person:<first_us>}}.
User: write a python script that mails me at {{email:<email>}}<nl>Assistant: ```python<nl>import smtplib<nl>msg["To"] = "{{email:<email>}}"<nl>```
user> my name is {{person:<name_pl>}}, remember that<nl>assistant> Nice to meet you, {{person:<name_pl>}}!
### Instruction:<nl>Write a short bio of our new colleague {{person:<name_se>}} ({{email:<email>}}).<nl>### Response:
<|im_start|>user<nl>Hi, I'm {{person:<name_ng>}}. My phone number is {{phone:<phone_us>}}.<|im_end|><nl><|im_start|>assistant
Human: please book a table for me, {{person:<name_nl>}}, mobile {{phone:<phone_intl>}}<nl><nl>Assistant: Done.
{"transcript":"USER: here is my code\n\n```js\nconst key = '{{generic_secret:<openai>}}';\n```\nwhy does it fail?","turns":2}
{"turn":3,"speaker":"{{person:<name_pt>}}","text":"I would rather pay by transfer","lang":"en"}
{"messages":[{"role":"user","name":"{{person:<first_us>}}","content":"remind me to call {{person:<name_au>}} at {{phone:<phone_dash>}}"}]}
{"role":"user","content":"Fix this config please:\nDB_HOST=db\nDB_PASSWORD={{generic_secret:<password>}}\nDB_PORT=5432"}
{"role":"user","content":"curl https://api.anthropic.com/v1/messages -H 'x-api-key: {{generic_secret:<anthropic>}}' -H 'anthropic-version: 2023-06-01'"}
{"role":"user","content":"git clone https://oauth2:{{generic_secret:<github>}}@github.com/acme/rag.git fails with 403"}
{"role":"assistant","content":"I've drafted it:\n\nDear {{person:<name_de>}},\n\nyour application was received.\n\nKind regards"}
{"role":"tool","name":"sql","content":"[('{{person:<name_br>}}', '{{email:<email>}}', '{{phone:<phone_e164>}}')]"}
{"role":"tool","tool_call_id":"call_<word62_24>","content":"{\"customer\": {\"given_name\": \"{{person:<first_au>}}\", \"family_name\": \"{{person:<last_au>}}\", \"email_address\": \"{{email:<email>}}\"}}"}
{"role":"user","content":"Merhaba, benim adım {{person:<name_tr>}}, telefonum {{phone:<phone_intl>}}"}
{"role":"user","content":"Dzień dobry, nazywam się {{person:<name_pl>}}, mój PESEL to {{pl_pesel:<pesel>}}"}
{"role":"user","content":"Ciao, mi chiamo {{person:<name_it>}} e il mio codice fiscale è {{it_fiscal_code:<codice>}}"}
{"role":"user","content":"Olá, meu nome é {{person:<name_br>}} e meu CPF é {{br_cpf:<cpf>}}"}
{"role":"user","content":"Hallo, mijn naam is {{person:<name_nl>}}, mijn rekening is {{iban:<iban_nl_spaced>}}"}
{"role":"user","content":"Hej, jag heter {{person:<name_se>}} och min mejl är {{email:<email>}}"}
{"role":"user","content":"Dobrý den, jmenuji se {{person:<name_cz>}}, e-mail {{email:<email>}}"}
{"role":"user","content":"Me llamo {{person:<name_es>}}, mi DNI es {{es_nif:<dni>}} y nací el {{dob:<birth_slash>}}"}
{"role":"user","content":"Je suis {{person:<name_fr>}}, née le {{dob:<birth_slash>}}, mon IBAN est {{iban:<iban_fr>}}"}
{"role":"user","content":"Ich heiße {{person:<name_de>}}, meine Steuer-ID ist {{de_tax_id:<steuer>}}, Telefon {{phone:<phone_de>}}"}
2026-05-19 14:02:11 ПРЕДУПРЕЖДЕНИЕ: вход не удался для {{email:<email>}} с адреса {{ip:<ip>}}
2026-05-19 14:02:11 错误: 用户 {{email:<email>}} 登录失败 ip={{ip:<ip>}}
2026-05-19 14:02:11 ERREUR paiement refusé carte {{credit_card:<card_spaced>}} titulaire {{person:<name_fr>}}
2026-05-19 14:02:11 FEHLER Lastschrift abgelehnt, Kontoinhaber {{person:<name_de>}}, IBAN {{iban:<iban_de>}}
2026-05-19 14:02:11 ERROR cobro rechazado tarjeta {{credit_card:<card>}} correo={{email:<email>}}
{"insertId":"<alnum_14>","protoPayload":{"@type":"type.googleapis.com/google.cloud.audit.AuditLog","authenticationInfo":{"principalEmail":"{{email:<email>}}"},"requestMetadata":{"callerIp":"{{ip:<ip>}}","callerSuppliedUserAgent":"google-cloud-sdk gcloud/478.0.0"},"methodName":"v1.compute.instances.insert"},"severity":"NOTICE"}
{"eventVersion":"1.09","userIdentity":{"type":"AssumedRole","principalId":"AROA<word62_17>:{{email:<email>}}","arn":"arn:aws:sts::<digits_12>:assumed-role/Admin/{{email:<email>}}","accountId":"<digits_12>"},"sourceIPAddress":"{{ip:<ip>}}","requestID":"<uuid>"}
{"time":"<time>","category":"SignInLogs","properties":{"userDisplayName":"{{person:<name_in>}}","userPrincipalName":"{{email:<email>}}","ipAddress":"{{ip:<ip>}}","location":{"geoCoordinates":{"latitude":{{geo:<lat>}},"longitude":{{geo:<long>}}}}}}
{"resource":{"type":"cloud_run_revision"},"httpRequest":{"requestMethod":"POST","requestUrl":"https://app.acme.dev/invite?email={{email:<email>}}","remoteIp":"{{ip:<ip>}}","status":200,"latency":"0.<digits_6>s"}}
{"logStream":"2026/05/19/[$LATEST]<hex_32>","message":"INFO\tprocessing upload of {{email:<email>}}\n"}
<digits_12> eni-<hex_17> {{ip:<ip>}} 10.0.1.<digits_2> 49152 443 6 20 4249 17<digits_8> 17<digits_8> ACCEPT OK
{"azure":{"identity":{"claims":{"name":"{{person:<name_fi>}}","ipaddr":"{{ip:<ip>}}","http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn":"{{email:<email>}}"}}}}
{"conn":"DefaultEndpointsProtocol=https;AccountName=acmelogs;AccountKey={{generic_secret:<word62_86>==}};EndpointSuffix=core.windows.net"}
export GOOGLE_API_KEY={{generic_secret:AIzaSy<word62_33>}}
WANDB_API_KEY={{generic_secret:<hex_40>}} accelerate launch train.py --bf16
wandb: Appending key for api.wandb.ai to your netrc file: /home/{{username:<user>}}/.netrc
huggingface-cli login --token {{generic_secret:<hf>}}
+ docker login -u ci -p {{generic_secret:<password>}} registry.acme.dev
AWS_SECRET_ACCESS_KEY: {{generic_secret:<word62_40>}}
gitlab-runner: using token {{generic_secret:glpat-<word62_20>}} for clone
{"webhook":"https://hooks.slack.com/services/T0<digits_8>/B0<digits_8>/{{generic_secret:<word62_24>}}","sent":true}
sendgrid 401 for key {{generic_secret:SG.<word62_22>.<word62_43>}}
-----BEGIN RSA PRIVATE KEY-----<nl>{{generic_secret:MIIEow<word62_58><nl><word62_64><nl><word62_64>}}<nl>-----END RSA PRIVATE KEY-----
{"groq":{"apiKey":"{{generic_secret:gsk_<word62_52>}}","model":"llama-3.1-70b-versatile"}}
telegram: POST https://api.telegram.org/bot{{generic_secret:<digits_10>:AA<word62_33>}}/sendMessage 200
{"k8s_secret":{"kind":"Secret","stringData":{"password":"{{generic_secret:<password>}}","username":"app"}}}
<time> DEBUG httpx: request headers: {'authorization': 'Bearer {{generic_secret:<jwt>}}', 'accept': '*/*'}
<time> INFO oauth: exchanging refresh_token={{generic_secret:<word62_48>}} for client spa-web
set-cookie: session={{generic_secret:<word62_64>}}; Path=/; HttpOnly; SameSite=Lax
name,email,phone,plan<nl>"{{person:<name_us>}}",{{email:<email>}},{{phone:<phone_e164>}},pro
{"csv_row":"<digits_4>,{{person:<name_au>}},{{email:<email>}},active,2026-05-19"}
{"id":<digits_4>,"Name":"{{person:<name_it>}}","E-Mail":"{{email:<email>}}","Geburtsdatum":"{{dob:<birth_dotted>}}","PLZ":"{{address:<digits_5>}}","Ort":"Kassel"}
{"row":{"Vorname":"{{person:Gülay}}","Nachname":"{{person:Demir}}","Straße":"{{address:Lindenallee 14}}","Handy":"{{phone:<phone_de>}}"}}
{"registro":{"Nombre":"{{person:<name_es>}}","Teléfono":"{{phone:+34 612 448 907}}","NIF":"{{es_nif:<dni>}}"}}
{"kind":"Event","involvedObject":{"kind":"Pod","name":"jupyter-{{username:<user>}}","namespace":"hub"},"reason":"Pulled","message":"Container image already present"}
I0519 14:02:11.482113       1 audit.go:44] user="{{email:<email>}}" verb=delete resource=pods ns=prod srcIP={{ip:<ip>}}
jupyterhub[<digits_3>]: [I 2026-05-19 14:02:11.482 JupyterHub log:192] 302 GET /hub/login -> /hub/spawn ({{username:<user>}}@{{ip:<ip>}}) 11.72ms
slurmctld: sched: Allocate JobId=<digits_6> NodeList=gpu[03-06] #CPUs=128 Partition=a100 UserName={{username:<user>}}
sshd[<digits_5>]: Failed password for {{username:<user>}} from {{ip:<ip>}} port <digits_5> ssh2
sshd[<digits_5>]: Disconnected from authenticating user {{username:<user>}} {{ip:<ip>}} port <digits_5> [preauth]
sudo: {{username:<user>}} : TTY=pts/2 ; PWD=/home/{{username:<user>}} ; USER=root ; COMMAND=/usr/bin/nvidia-smi
systemd-logind[<digits_3>]: New session 412 of user {{username:<user>}}.
May 19 14:02:11 gw01 openvpn[<digits_4>]: {{username:<user>}}/{{ip:<ip>}}:<digits_5> MULTI: Learn: 10.8.0.6 -> {{username:<user>}}/{{ip:<ip>}}:<digits_5>
time=<time> level=warn msg="login failed" user={{username:<user>}} remote={{ip:<ip>}} attempts=3
<time> INFO audit - login user={{username:<user>}} method=saml result=ok
{"pusher":{"name":"{{username:<user>}}","email":"{{email:<email>}}"},"repository":{"full_name":"acme/rag","private":true}}
{"actor":{"login":"{{username:<user>}}","id":<digits_7>},"action":"opened","number":<digits_3>}
commit <sha><nl>Author: {{person:<name_se>}} <{{email:<email>}}><nl>Date:   Tue May 19 14:02:11 2026 +0200<nl><nl>    fix padding side
Co-authored-by: {{person:<name_tr>}} <{{email:<email>}}>
Signed-off-by: {{person:<name_cz>}} <{{email:<email>}}>
From: "{{person:<name_us>}}" <{{email:<email>}}><nl>To: {{email:<email>}}<nl>Subject: Re: access to cluster<nl>Message-ID: <<alnum_16>@mail.acme.dev>
{"label":"positive","text":"{{person:<name_us>}} from billing solved it in minutes, thank you!"}
{"sample":{"question":"Who is my manager?","context":"Reports to: {{person:<name_in>}} ({{email:<email>}})"}}
{"ner":{"tokens":["Contact","{{person:<first_us>}}"],"tags":["O","B-PER"]}}
{"input":{"patient_name":"{{person:<name_pl>}}","dob":"{{dob:<birth>}}","complaint":"headache"},"output":{"triage":"green"}}
prediction id=<digits_5> input="SSN {{us_ssn:<ssn>}} belongs to {{person:<name_us>}}" label=pii score=0.<digits_4>
{"features":{"customer_email":"{{email:<email>}}","customer_ip":"{{ip:<ip>}}","amount":<digits_3>.<digits_2>},"fraud_score":0.<digits_4>}
{"device":{"wifi":"{{mac:<mac_lower>}}","imei":"{{device_id:<imei>}}","os":"Android 15"}}
hostapd: wlan0: STA {{mac:<mac_lower>}} IEEE 802.11: authenticated
asterisk[<digits_4>]: NOTICE: Call from '{{phone:<phone_e164>}}' to extension 4412 rejected
<time> INFO sip: INVITE sip:{{phone:<phone_e164>}}@pbx.acme.dev SIP/2.0
{"delivery":{"recipient":"{{person:<name_nl>}}","street":"{{address:Keizersgracht 241}}","postal_code":"{{address:1016 EA}}","city":"Amsterdam"}}
Please deliver to {{person:<name_us>}}, {{address:1187 Willow Creek Road, Boise, ID 83702}} before noon
POST /api/v1/login HTTP/1.1 body={"login":"{{username:<user>}}","password":"{{generic_secret:<password>}}"}
GET /v1/users/{{email:<email>}}/sessions HTTP/1.1" 200 rt=0.<digits_3>
form-data: username={{username:<user>}}&password={{generic_secret:<word62_14>}}&remember=on
{{ip:<ip>}} - {{username:<user>}} [19/May/2026:14:02:11 +0200] "PROPFIND /remote.php/dav/files/{{username:<user>}}/ HTTP/1.1" 207 812
{{ip:<ip6>}} "GET /chat?session={{generic_secret:<alnum_40>}} HTTP/2" 101
1 {{ip:<ip>}} TCP_MISS/200 4102 GET http://example.org/ {{username:<user>}} HIER_DIRECT/- text/html
kafka: consumed key=<digits_6> value={"userEmail":"{{email:<email>}}","birthDate":"{{dob:<birth>}}","gender":"{{demographic:male}}"}
celery.worker.strategy: Task app.tasks.notify[<uuid>] received args=('{{email:<email>}}', '{{phone:<phone_e164>}}')
redis: SETEX otp:{{phone:<phone_e164>}} 300 <digits_6>
mongod: {"t":{"$date":"<time>"},"s":"I","c":"ACCESS","msg":"Authentication failed","attr":{"client":"{{ip:<ip>}}:<digits_5>","principalName":"{{username:<user>}}","authenticationDatabase":"admin"}}
LOG:  connection authorized: user={{username:<user>}} database=crm application_name=psql
ERROR:  invalid input syntax for type date: "{{dob:<birth_us>}}" CONTEXT: COPY patients, line <digits_3>, column birth_date
{"wallet":{"address":"{{btc:<btc>}}","balance":"0.0812"}}
{"xml":"<Patient><GivenName>{{person:<first_us>}}</GivenName><FamilyName>{{person:<last_us>}}</FamilyName><SSN>{{us_ssn:<ssn>}}</SSN></Patient>"}
<soap:Body><Customer><Email>{{email:<email>}}</Email><CardNumber>{{credit_card:<card>}}</CardNumber></Customer></soap:Body>
"""

NEGATIVE = r"""
{'loss': 0.<digits_4>, 'grad_norm': <float>, 'learning_rate': 1.8<digits_4>e-05, 'epoch': 0.<digits_2>}
{'train_runtime': <digits_4>.<digits_4>, 'train_samples_per_second': <digits_2>.<digits_3>, 'train_steps_per_second': 0.<digits_3>, 'train_loss': <float>, 'epoch': 3.0}
***** Running training *****<nl>  Num examples = <digits_6><nl>  Num Epochs = 3<nl>  Instantaneous batch size per device = 8<nl>  Total optimization steps = <digits_5>
 12%|█▏        | <digits_3>/<digits_4> [02:14<16:40,  1.42s/it]
[INFO|trainer.py:2369] 2026-05-19 14:02:11,482 >> Number of trainable parameters = <digits_10>
[INFO|tokenization_utils_base.py:2213] 2026-05-19 14:02:11,482 >> loading file tokenizer.json from cache at /data/cache/huggingface/hub/models--meta-llama--Llama-3.1-8B/snapshots/<sha>/tokenizer.json
Saving model checkpoint to /workspace/out/checkpoint-<digits_5><nl>Configuration saved in /workspace/out/checkpoint-<digits_5>/config.json
[rank0]: Traceback (most recent call last):<nl>[rank0]:   File "/usr/local/lib/python3.11/dist-packages/torch/nn/modules/module.py", line 1736, in _wrapped_call_impl<nl>[rank0]: torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.<digits_2> GiB. GPU 0 has a total capacity of 79.15 GiB of which 1.<digits_2> GiB is free.
Traceback (most recent call last):<nl>  File "/app/serve.py", line 41, in load<nl>    weights = safe_open(path)<nl>safetensors_rust.SafetensorError: Error while deserializing header: HeaderTooLarge
  File "<frozen importlib._bootstrap>", line 1204, in _gcd_import<nl>ModuleNotFoundError: No module named 'flash_attn_2_cuda'
goroutine 118 [select]:<nl>google.golang.org/grpc/internal/transport.(*controlBuffer).get(0xc000<hex_6>, 0x1)<nl>	/go/pkg/mod/google.golang.org/grpc@v1.64.0/internal/transport/controlbuf.go:418 +0x113
	at org.apache.catalina.core.ApplicationFilterChain.doFilter(ApplicationFilterChain.java:140)<nl>	at java.base/java.lang.Thread.run(Thread.java:1583)
    at Object.<anonymous> (webpack:///./src/index.tsx?<hex_4>:214:17)<nl>    at async Promise.all (index 0)
0x00007f<hex_10> <+24>: callq 0x00007f<hex_10><nl>rip 0x7f<hex_10> rsp 0x7ffd<hex_8>
digest: sha256:<hex_64> size: 2841
Digest: sha256:<hex_64><nl>Status: Downloaded newer image for vllm/vllm-openai:v0.8.4
<hex_12>: Pull complete<nl><hex_12>: Already exists
2026-05-19T14:02:11Z pulled image "ghcr.io/acme/rag@sha256:<hex_64>" in 4.18s (4.18s including waiting)
{"image":"data:image/png;base64,iVBORw0KGgo<word62_400>==","detail":"low"}
{"content":[{"type":"image_url","image_url":{"url":"data:image/jpeg;base64,/9j/4AAQSkZJRgABAQ<word62_300>"}}]}
{"audio":"UklGR<word62_240>","format":"wav","sample_rate":16000}
{"thumbnail_b64":"<embedding><embedding>"}
{"embedding_b64":"<embedding><embedding><embedding>","dim":96,"model":"text-embedding-3-small"}
{"sparse":{"indices":[<digits_5>,<digits_5>,<digits_4>],"values":[0.<digits_6>,0.<digits_6>,0.<digits_6>]}}
embedding: [<floats>] norm=1.0000
!function(e,t){"object"==typeof exports&&"undefined"!=typeof module?module.exports=t():e.x=t()}(this,function(){var n="<alnum_12>",r=8128,k=n.charCodeAt(0)%7;return n})
static/js/main.<hex_8>.chunk.js:2:<digits_6> Uncaught TypeError: t.map is not a function
//# sourceMappingURL=app.<hex_20>.js.map integrity=sha384-<word62_64>
webpack 5.91.0 compiled with 2 warnings in 8412 ms; hash <hex_20>; asset vendor.<hex_20>.js 1.42 MiB
ETag: "<hex_32>-12"<nl>Last-Modified: Tue, 19 May 2026 14:02:11 GMT<nl>X-Amz-Version-Id: <word62_32>
x-amz-request-id: <hex_16><nl>x-amz-id-2: <word62_74>=
x-request-id: <uuid> x-trace-id: <hex_32> x-b3-spanid: <hex_16> x-b3-traceid: <hex_32>
cf-ray: <hex_16>-FRA cf-cache-status: DYNAMIC server: cloudflare
traceparent=00-<hex_32>-<hex_16>-01 baggage=tenant=acme,release=2026.5.1
X-Cloud-Trace-Context: <hex_32>/<digits_19>;o=1
"x-goog-generation":"17<digits_14>","x-goog-hash":"crc32c=<word62_6>==,md5=<word62_22>=="
{"nonce":"<word62_24>","created":"<time>","alg":"RS256","kid":"<word62_27>"}
{"jti":"<uuid>","kid":"<hex_40>","iss":"https://auth.acme.dev/","aud":"api","token_use":"access"}
{"state":"<word62_32>","code_challenge":"<word62_43>","code_challenge_method":"S256","response_type":"code"}
Content-Security-Policy: script-src 'self' 'nonce-<word62_22>=='; report-uri /csp
Sec-WebSocket-Key: <word62_22>==<nl>Sec-WebSocket-Accept: <word62_27>=
public key fingerprint SHA256:<word62_43> (ED25519)
-----BEGIN CERTIFICATE-----<nl>MIID<word62_60><nl><word62_64><nl>-----END CERTIFICATE-----
-----BEGIN PUBLIC KEY-----<nl>MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A<word62_32><nl>-----END PUBLIC KEY-----
ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI<word62_43> ci@builder
certificate serial 0<hex_1>:<hex_2>:<hex_2>:<hex_2>:<hex_2>:<hex_2>:<hex_2>:<hex_2> valid until Aug 17 2026
"integrity": "sha512-<word62_86>==", "resolved": "https://registry.npmjs.org/yargs/-/yargs-17.7.2.tgz"
    --hash=sha256:<hex_64> \<nl>    --hash=sha256:<hex_64>
go: downloading golang.org/x/net v0.25.0 h1:<word62_43>=
checksum mismatch: expected <hex_64>, got <hex_64>
md5sum: <hex_32>  shard-00004-of-00009.safetensors: OK
HEAD is now at <hex_7> Merge pull request #<digits_4> from acme/fix-rope
git: * [new branch] refs/pull/<digits_4>/head -> origin/pr/<digits_4>; <hex_10>..<hex_10> main -> origin/main
index <hex_7>..<hex_7> 100644<nl>--- a/src/train.py<nl>+++ b/src/train.py<nl>@@ -12,7 +12,9 @@ def main():
test_session_<hex_8>_retry PASSED [ 41%] tests/api/test_tokens.py::TestToken::test_refresh[<uuid>]
tests/test_auth.py::test_login[password-user1] PASSED<nl>tests/test_auth.py::test_login[token-expired] FAILED
E   AssertionError: assert 'secret' == 'Secret'<nl>E     - Secret<nl>E     + secret
pytest: seed=<digits_10> -p xdist -n 8 workers; 1240 passed, 3 skipped in 84.12s
allure id=<hex_32> historyId=<hex_32> testCaseId=<hex_32>
{"testId":"TC-<digits_4>-<digits_2>-<digits_4>","suite":"payments","status":"passed"}
{"fixture":"card_token_mock","args":{"token":"tok_visa","customer":"cus_test"},"passed":true}
kubelet: Warning  BackOff  3m (x12 over 5m)  kubelet  Back-off restarting failed container server in pod llm-7d9f<hex_5>-<alnum_5>_prod(<uuid>)
{"kind":"Event","reason":"FailedScheduling","message":"0/12 nodes are available: 4 Insufficient nvidia.com/gpu, 8 node(s) had untolerated taint {dedicated: train}.","metadata":{"uid":"<uuid>","resourceVersion":"<digits_9>"}}
{"reason":"Unhealthy","message":"Readiness probe failed: Get \"http://10.244.<digits_2>.<digits_2>:8080/ready\": context deadline exceeded"}
E0519 14:02:11.482113       1 reflector.go:158] "Unhandled Error" err="failed to list *v1.Secret: secrets is forbidden: User \"system:serviceaccount:prod:default\" cannot list resource"
secret/openai-key configured<nl>configmap/app-env unchanged<nl>deployment.apps/rag configured
MountVolume.SetUp failed for volume "db-password" : secret "db-password" not found
{"secretKeyRef":{"name":"openai","key":"api-key"},"envFrom":[{"secretRef":{"name":"app-secrets"}}]}
{"password":{"secretKeyRef":{"name":"pg","key":"password"}},"token":{"fieldRef":"metadata.uid"}}
{"serviceAccountToken":{"audience":"vault","expirationSeconds":7200,"path":"token"}}
vault: lease_id=database/creds/app/<word62_24> renewable=true lease_duration=2764800
{"kms_key_id":"arn:aws:kms:eu-west-1:<digits_12>:key/<uuid>","encrypted":true,"alg":"AES_256"}
{"access_key_age_days":41,"secret_rotation":"enabled","token_ttl":3600,"key_version":7}
{"idempotency_key":"<uuid>","dedupe_key":"order-<digits_8>-v2","partition_key":"<hex_16>"}
{"cache_key":"emb:v2:<hex_64>","hit":true,"sort_key":"<digits_13>#<hex_8>"}
{"api_version":"2024-10-21","api_type":"azure","api_base":"https://acme-eu.openai.azure.com/"}
{"next_token":"<word62_60>==","page_token":"<word62_40>","continuation":"<word62_32>"}
{"cursor":"eyJpZCI6MTI<word62_20>","has_more":true,"limit":100}
{"pagination_token":"<word62_44>=","total":<digits_4>}
{"bos_token":"<s>","eos_token":"</s>","pad_token":"<|endoftext|>","unk_token":"<unk>","mask_token":"[MASK]"}
{"special_tokens":{"151643":"<|endoftext|>","151644":"<|im_start|>","151645":"<|im_end|>"}}
tokens: ["ĠThe","Ġpassword","Ġis","Ġa","Ġsecret"] ids: [<digits_4>, <digits_5>, <digits_3>, <digits_2>, <digits_4>]
prompt_tokens=<digits_4> completion_tokens=<digits_3> total_tokens=<digits_4> cached_tokens=0 reasoning_tokens=<digits_2>
{"model":"deepseek-ai/DeepSeek-R1-Distill-Qwen-32B","quant":"awq","revision":"<sha>"}
loading gguf Meta-Llama-3.1-8B-Instruct-Q4_K_M.gguf arch=llama params=8.03B vocab=128256
llama_model_loader: - kv  12: tokenizer.ggml.bos_token_id u32 = 128000
ollama: source=routes.go:1298 msg="Listening on 127.0.0.1:11434 (version 0.5.7)"
INFO 05-19 14:02:11 [core.py:61] Initializing a V1 LLM engine (v0.8.5.post1) with config: model='mistralai/Mistral-7B-Instruct-v0.3', seed=None, served_model_name=mistral
INFO:     10.42.0.<digits_2>:<digits_5> - "POST /v1/chat/completions HTTP/1.1" 200 OK
INFO 05-19 14:02:21 [loggers.py:111] Engine 000: Avg prompt throughput: 812.4 tokens/s, Avg generation throughput: 96.1 tokens/s, Running: 3 reqs
[2026-05-19 14:02:11 TP0] Decode batch. #running-req: 12, #token: <digits_5>, token usage: 0.04, cuda graph: True, gen throughput (token/s): 812.11
NCCL INFO Channel 03/0 : 0[0] -> 1[1] via P2P/CUMEM/read comm 0x55<hex_10> nRanks 08
NVRM: Xid (PCI:0000:4e:00): 79, pid='<unknown>', name=<unknown>, GPU has fallen off the bus.
mlx5_core 0000:ca:00.0: firmware version: 28.39.2048 PSID MT_0000000834
nvidia-smi: 535.183.06 CUDA 12.2 | GPU-<uuid> | 41C P0 71W / 700W
apt: Unpacking libssl3:amd64 (3.0.15-1~deb12u1) over (3.0.14-1~deb12u2)
apt: Get:14 http://deb.debian.org/debian bookworm/main amd64 libcurl4 amd64 7.88.1-10+deb12u8 [391 kB]
pip: Successfully installed torch-2.6.0 triton-3.2.0 nvidia-cudnn-cu12-9.1.0.70 nvidia-cusolver-cu12-11.6.1.9
npm WARN deprecated @babel/plugin-proposal-class-properties@7.18.6: merged to the standard
Collecting uvicorn[standard]@ git+https://github.com/encode/uvicorn@<sha>
electron/33.2.1 chrome/130.0.6723.137 node/20.18.1 v8/13.0.245.18-electron.0
User-Agent: Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1
sentry: event <hex_32> sent, release app@4.18.2+<digits_5>, dist 20260519.3
dsn=https://<hex_32>@o<digits_6>.ingest.sentry.io/<digits_7>
{"measurement_id":"G-<word62_10>","client_id":"<digits_9>.17<digits_8>"}
uuid7 0197<hex_4>-<hex_4>-7<hex_3>-a<hex_3>-<hex_12> ulid 01JV<word62_22>
snowflake <digits_19> ksuid 2x<word62_25> objectid <hex_24>
chatcmpl-<hex_32> toolu_01<word62_22> run_<word62_24> asst_<word62_24> file-<word62_22>
{"previous_response_id":"resp_<hex_48>","output":[{"id":"rs_<hex_48>","type":"reasoning","encrypted_content":null}]}
{"signature":"<word62_200>==","type":"thinking","thinking":"Let me check the config first."}
{"fingerprint":"fp_<hex_10>","seed":<digits_8>,"service_tier":"default"}
2026-05-19,14:02:11,<digits_5>,<float>,<float>,<digits_3>,OK
step,loss,lr,tokens<nl><digits_4>,<float>,0.0003,<digits_8><nl><digits_4>,<float>,0.0003,<digits_8>
AAPL,2026-05-19,189.<digits_2>,191.<digits_2>,188.<digits_2>,<digits_8>
id;sku;qty;price<nl><digits_6>;A-<digits_4>-<digits_2>;3;12,90
47.1<digits_5>,11.<digits_6>,0.<digits_6>,<digits_2>
sensor-07 temp=21.4<digits_1> hum=48.1 press=1013.<digits_2> batt=3.<digits_2>
$GPGSV,3,1,11,10,63,137,17,07,61,098,15,05,59,290,20*73
OID .1.3.6.1.4.1.2021.10.1.3.1 = STRING: 0.<digits_2>
route 10.0.0.0/8 via 172.31.0.1 dev eth0 proto static metric 100
iptables: DROP IN=eth0 SRC=10.9.<digits_2>.<digits_2> DST=10.0.0.4 PROTO=TCP SPT=<digits_5> DPT=22
coredns: [INFO] 10.244.0.<digits_2>:<digits_5> - 41821 "A IN redis.prod.svc.cluster.local. udp 52 false 512" NOERROR
consul: 2026-05-19T14:02:11.482Z [INFO] agent.server.serf.lan: serf: EventMemberJoin: node-7 10.1.4.<digits_2>
etcd: {"level":"info","msg":"elected leader","member-id":"<hex_16>","cluster-id":"<hex_16>","term":<digits_2>}
kafka: [Consumer clientId=consumer-rag-1, groupId=rag] Resetting offset for partition events-3 to position FetchPosition{offset=<digits_9>}
postgres: checkpoint complete: wrote <digits_4> buffers (12.4%); lsn=3A/<hex_8>, redo lsn=3A/<hex_8>
redis: 1:M 19 May 2026 14:02:11.482 * Background saving terminated with success
LOG:  duration: <digits_3>.<digits_3> ms  statement: SELECT id, email, phone, password_hash FROM users WHERE tenant_id = $1 LIMIT 50
ALTER TABLE users ADD COLUMN phone_verified_at timestamptz, DROP COLUMN ssn_last4;
PREPARE q AS SELECT name, address FROM customers WHERE created_at > '2026-01-01' AND email IS NOT NULL
mysqld: Access denied for user 'root'@'localhost' (using password: YES)
LOG:  connection authorized: user=postgres database=app application_name=pgbouncer
time=<time> level=info msg="login ok" user=admin role=operator
user=system:node:gke-pool-1 groups=["system:nodes"] verb=patch
sudo: pam_unix(sudo:session): session opened for user root(uid=0) by (uid=0)
cron[<digits_4>]: (root) CMD (/usr/lib/sysstat/debian-sa1 1 1)
UserName=slurm JobId=<digits_6> UserId=nobody(65534)
user=<digits_7> session_user=anonymous username=guest login=service-account-ci
{"user":{"id":"<uuid>","type":"service","plan":"enterprise"},"actor":"dependabot[bot]"}
{"owner":"platform","team":"Growth Marketing","channel":"Customer Success","manager":"tbd"}
[10:02] INFO: started<nl>[10:03] WARNING: slow query
[10:02:44] Server: listening on port 8080<nl>[10:02:45] Client: connected
Step: 14 Loss: 0.<digits_4> Epoch: 2 Note: early stopping armed
System: You are a careful assistant.<nl>User: What is the capital of Australia?<nl>Assistant: Canberra.
Q: Who wrote Faust?<nl>A: Johann Wolfgang von Goethe.
Thought: I should look up the weather<nl>Action: search<nl>Action Input: "weather Lisbon tomorrow"<nl>Observation: sunny, 24 C
> Entering new AgentExecutor chain...<nl>Invoking: `get_weather` with `{'city': 'San Antonio'}`
{"role":"user","content":"Write a function that validates an email address and a phone number, with tests"}
{"role":"user","content":"What does `Authorization: Bearer <token>` mean, and where do I get my api key?"}
{"role":"assistant","content":"Use `os.environ['OPENAI_API_KEY']` rather than `api_key='sk-...'` in code."}
{"role":"assistant","content":"password = getpass.getpass()\ntoken = jwt.encode(payload, SECRET_KEY, algorithm='HS256')"}
{"role":"assistant","content":"secret = os.getenv(\"DB_PASSWORD\", \"changeme\")\nclient = Client(api_key=settings.api_key)"}
{"role":"user","content":"Was bedeutet die Fehlermeldung 0x80070005 unter Windows 11 23H2?"}
{"role":"user","content":"¿Cuánto es 1234567 * 89? Responde solo con el número."}
{"role":"assistant","content":"Le Mont Blanc culmine à 4 805 m; le Rhône mesure 812 km."}
{"role":"assistant","content":"Shakespeare wrote Hamlet; Ludwig van Beethoven composed the Ninth Symphony in 1824."}
{"role":"assistant","content":"Paris Hilton Hotel and Madison Square Garden are landmarks; visit Long Island, too."}
{"role":"user","content":"Übersetze: Der Rechnungsbetrag von 1.249,00 EUR ist bis zum 30.06.2026 fällig."}
{"role":"assistant","content":"Regards,\nYour Support Team"}
{"role":"user","content":"Dear Hiring Manager,\n\nplease find my application for position 44127."}
2026-05-19 14:02:11 INFORMACIÓN: se cargaron <digits_4> documentos en <digits_2>,<digits_1> s
2026-05-19 14:02:11 信息: 模型加载完成 耗时 <digits_4> 毫秒 显存 <digits_5> MB
2026-05-19 14:02:11 情報: バッチ <digits_4> を処理しました (<digits_3> 件)
2026-05-19 14:02:11 ОШИБКА: не удалось открыть файл данных, код <digits_4>
order 4<digits_3>-<digits_4>-<digits_4>-<digits_4> picked; serial <digits_15>; lot <digits_8>
parcel 00<digits_18> scanned at hub 0441; ref <digits_9>/<digits_3>
{"ordernumber":"<digits_13>","barcode":"<digits_13>","asin":"B0<alnum_8>"}
{"phone_model":"Pixel 8 Pro","phone_os":"14","phone_count":3,"ip_count":12,"name_len":14}
{"call_duration":<digits_3>,"extension":"4412","queue":"Premium Support","ivr_path":"1-3-2"}
{"zip_code_count":41,"address_validation":"passed","street_type":"Boulevard"}
{"iban_length":22,"card_scheme":"Visa","pan_entry_mode":"071","terminal":"<digits_8>"}
{"hash_password":"$argon2id$v=19$m=65536,t=3,p=4$<word62_22>$<word62_43>"}
{"passport_strategy":"jwt","license":"Apache-2.0","driver":"org.postgresql.Driver"}
{"dob_required":false,"birthday_campaign":"spring-2026","born_at_step":1200}
{"author":"unknown","editor":"VS Code","reader":"pdfminer.six","speaker":"agent","customer":"ACME-<digits_4>"}
{"name":"Attention Is All You Need","venue":"NeurIPS","year":2017}
{"display_name":"GPT-4.1 Mini","full_name":"acme/rag-service","first":0,"last":<digits_4>}
{"name":"Summarize Weekly Report","type":"workflow","nickname":"swr"}
{"screen_name":"Settings","file_name":"Annual Report Final","host_name":"node-<digits_2>","event_name":"Page Viewed"}
"""
