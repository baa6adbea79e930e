"""A seventh set of templates, written after the rules were mended for the sixth, and measured once: what to expect of new logs.

Marks as in :mod:`tests.bench.pii_templates`; values of :class:`tests.bench.pii_values_world.WorldValues`. At first
sight one of the 24 clean templates was flagged as certain (the usage of a program) and one more as likely (precision / recall:
structured 100 / 100, secrets 87.5 / 93.3, names 94.4 / 100, official numbers 100 / 100); both were mended afterwards. Then
58 more clean templates came, each made to mislead one of the new rules: at first sight 2 of them were flagged as certain, 3 more as
likely, now none.
"""

from __future__ import annotations

POSITIVE = r"""
{"severity":"NOTICE","jsonPayload":{"guest":{"salutation":"Ms","firstName":"{{person:Wanjiru}}","lastName":"{{person:Kamau}}","loyaltyEmail":"{{email:<mail>}}"},"stay":"<time>"}}
{"order":{"recipient":{"name":"{{person:Torbjørn Eikeland}}","street1":"{{address:<street>}}","postal_code":"{{address:0254}}","phone":"{{phone:<tel>}}"},"items":3}}
{"candidate":{"full_name":"{{person:Xiomara Quiñones}}","linkedin":"https://www.linkedin.com/in/xq","mobile_number":"{{phone:<tel_faker>}}","date_of_birth":"{{dob:<birth>}}"},"stage":"phone-screen"}
{"claimant":{"ssn":"{{us_ssn:<ssn>}}","dob":"{{dob:<birth_us>}}","policy":"HO-<digits_8>"}}
{"tx":{"debtor_iban":"{{iban:<iban_any>}}","creditor":{"iban":"{{iban:<iban_any>}}","name":"{{person:Saoirse Gallagher}}"},"ccy":"EUR"}}
{"checkout":{"email":"{{email:<mail>}}","card":{"pan":"{{credit_card:<pan_any>}}","exp":"{{card_extra:08/27}}"},"ip":"{{ip:<ip_any>}}"}}
{"auth":{"login":"{{username:<login>}}","method":"password","src_ip":"{{ip:<ip_any>}}","result":"denied"}}
{"telemetry":{"device_mac":"{{mac:<mac_lower>}}","imei":"{{device_id:<imei>}}","lat":{{geo:<lat>}},"lon":{{geo:<long>}}}}
{"citizen":{"dni":"{{es_nif:<dni>}}","nombre":"{{person:Itziar}}","apellido":"{{person:Goikoetxea}}"}}
{"beneficiario":{"cpf":"{{br_cpf:<cpf>}}","nome_completo":"{{person:Jurandir Sampaio}}"}}
2026-07-08 19:02:55.310 [http-nio-8443-exec-2] WARN  c.n.api.ProfileController - e-mail already taken: {{email:<mail>}}
2026-07-08 19:02:55.310 [grpc-7] INFO  notify - push sent to user={{email:<mail>}} device=<hex_16>
[19:02:55 INF] Shipment label created for {{person:Anneliese Drexler}}, {{address:<address>}}
[2026-07-08T19:02:55Z ERROR billing::stripe] card_declined for {{email:<mail_firm>}} ip={{ip:<ip_any>}}
time="2026-07-08T19:02:55Z" level=info msg="invite accepted" inviter={{email:<mail_firm>}} invitee={{email:<mail>}}
E0708 19:02:55.310118       1 handler.go:88] lookup of passport {{passport:<passport>}} failed
Jul  8 19:02:55 vpn1 charon: 09[IKE] authentication of '{{email:<mail_firm>}}' with EAP successful from {{ip:<ip_any>}}
RuntimeError: could not send SMS to {{phone:<tel>}}: carrier rejected
thread 'tokio-runtime-worker' panicked at src/crm.rs:41: no such contact {{email:<mail>}}
PG::UniqueViolation: ERROR: duplicate key value violates unique constraint "users_phone"<nl>DETAIL:  Key (phone)=({{phone:+<msisdn>}}) already exists.
SELECT id FROM accounts WHERE ssn = '{{us_ssn:<ssn>}}' AND last_name = '{{person:<last>}}'
INSERT INTO leads (email, full_name, mobile) VALUES ('{{email:<mail>}}', '{{person:Bartłomiej Zając}}', '{{phone:<tel>}}') RETURNING id
{{ip:<ip_any>}} - - [08/Jul/2026:19:02:55 +0000] "GET /unsubscribe?mail={{email:<mail_quoted>}} HTTP/1.1" 302 0 "-" "-"
POST /api/v2/patients/search {"mrn":"{{mrn:<digits_7>}}","surname":"{{person:<last>}}"} 200 31ms
{"messages":[{"role":"user","content":"hello, i'm {{person:Aroha Ngata}} - can you resend the invoice to {{email:<mail>}}?"}]}
{"messages":[{"role":"user","content":"My phone is {{phone:<tel_faker>}} and my SSN ends up rejected: {{us_ssn:<ssn>}}"}]}
{"input":"Write a reference letter for my student {{person:Nokuthula Dube}}, who was born on {{dob:<born>}}."}
{"prompt":"Summarize the call.\nAgent: Hello, this is Maria from support.\nCaller: Hi, my name is {{person:Gudmundur Palsson}}, callback number {{phone:<tel>}}."}
{"function":"create_ticket","arguments":"{\"requester_name\":\"{{person:Bodhi Whitaker}}\",\"requester_email\":\"{{email:<mail>}}\"}"}
{"answer":"The appointment for {{person:Mrs. Adaeze Nwankwo}} is confirmed; we will call {{phone:<tel>}}."}
{"content":"Please use this for staging: OPENAI_API_KEY={{generic_secret:<openai>}}"}
{"content":"```env\nSTRIPE_SECRET_KEY={{generic_secret:<stripe>}}\nDB_PASS={{generic_secret:<pass>}}\n```"}
{"req":{"headers":{"Authorization":"Bearer {{generic_secret:<token_jwt>}}","X-Forwarded-For":"{{ip:<ip_any>}}"}}}
litellm.AuthenticationError: AnthropicException - {"error":{"message":"invalid x-api-key {{generic_secret:<anthropic>}}"}}
huggingface_hub.utils.HfHubHTTPError: 401 for token {{generic_secret:<hf>}}
+ helm upgrade rag ./chart --set openai.apiKey={{generic_secret:<openai>}} --set image.tag=1.4.2
+ kubectl create secret generic db --from-literal=password={{generic_secret:<pass>}}
terraform: aws_db_instance.main: password = "{{generic_secret:<pass>}}"
Error: connect ECONNREFUSED postgres://rag_app:{{generic_secret:<word62_20>}}@10.2.0.14:5432/rag
{"celery_broker":"amqp://rag:{{generic_secret:<pass>}}@rabbitmq:5672//","prefetch":4}
python -m app.sync --jira-token {{generic_secret:<word62_24>}} --since 2026-07-01
{"aws":{"access_key_id":"{{generic_secret:<aws>}}","secret_access_key":"{{generic_secret:<aws_secret>}}"}}
GET https://maps.example.com/geocode?address=1+Main&key={{generic_secret:AIza<word62_35>}} 200
"""

NEGATIVE = r"""
INFO 07-08 19:02:55 [scheduler.py:412] Preempted request chatcmpl-<hex_32>; running=12 waiting=3 kv_usage=0.9<digits_2>
{"step":<digits_5>,"loss":2.<digits_4>,"ppl":<digits_2>.<digits_3>,"grad_norm":0.<digits_4>,"tok_per_sec":<digits_6>.<digits_1>,"eta":"3:12:41"}
{"level":"info","ts":17<digits_8>.<digits_6>,"logger":"controller","msg":"Reconciled","name":"llm-serving","namespace":"prod","generation":14}
{"request_id":"req_<word62_24>","session_id":"<uuid>","conversation_id":"conv_<hex_24>","turn":7}
{"job":"nightly-eval","dataset":"Iris Species","owner":"Data Platform","model_name":"Granite Guardian","score":0.9<digits_2>}
{"city":"Santa Monica","airport":"John F Kennedy","weather":"Partly Cloudy"}
{"product_name":"Aurora Desk Lamp","brand":"Marshall","serial_number":"SN<digits_10>","upc":"<digits_12>"}
{"expiry":"2026-09-01T00:00:00Z","issuer":"Let's Encrypt","serial":"<hex_36>","sans":["*.contoso.io"]}
{"phone_validation":{"input_len":14,"region":"US","possible":true},"pan_entry":"chip","name_match_score":0.<digits_2>}
{"key":"user:<digits_8>:cart","secret_version":"7","token_kind":"refresh","password_age_days":<digits_2>}
Fetched 14 secrets from vault path kv/data/prod/rag (version 12) in <digits_2> ms
--token-budget <digits_5> --secret-name rag-openai --password-file /run/secrets/pg --api-key-env OPENAI_KEY
usage: serve.py [--host HOST] [--port PORT] [--api-key API_KEY] [--token TOKEN]
name,type,nullable<nl>email,varchar,false<nl>phone,varchar,true
CREATE TABLE users (id bigint, email text, phone text, password_hash text);
insert into metrics (name, value) values ('loss', 0.<digits_4>), ('accuracy', 0.<digits_4>)
Key (run_id, step)=(<digits_6>, <digits_4>) already exists.
near 0.<digits_4>, 0.<digits_4> the loss surface is flat; lr 3e-4
libcudnn 9.1.0.70, NCCL 2.20.5, Triton 3.0.0.1
docker: login succeeded; pulled contoso/rag:1.14.2@sha256:<hex_64>
{"content":"A strong password is long; e.g. use a passphrase of four random words."}
{"content":"Mount Rainier National Park and Saint Helens are in Washington State."}
{"content":"The regex \\d{3}-\\d{2}-\\d{4} matches numbers such as 000-00-0000."}
bytes=<digits_11> offset=<digits_12> crc=0x<hex_8> part=<digits_4>-<digits_3>-<digits_4>
vault login -method=oidc role=dev
wandb login --host=https://wandb.contoso.io
mysql -h db -P 3306 -u app --ssl-mode=REQUIRED crm
curl -u "$USER:$TOKEN" https://api.contoso.io/v1/jobs
curl -s -o /dev/null -w "%{http_code}" http://localhost:8000/health
Options: --token-file /etc/token --password-stdin --api-key-name rag-prod --secret my-app-secret
argparse: unrecognized arguments: --access-token --api-key
docker login ghcr.io -u ci --password-stdin
redis-cli -a $REDIS_PASSWORD ping
['--token', 'HF_TOKEN', '--model', 'llama']
--tokenizer meta-llama/Llama-3.1-8B --token-budget 2048 --secret-key-ref name=rag,key=token
The login page shows the password field; user must type the password twice
user authentication: password grant disabled for client <uuid>
login ok; password last changed 2026-03-01
account locked after 5 attempts, password reset required
{"expires":"12/31/2026","exp":17<digits_8>,"valid_until":"2027-01-01"}
{"name":"loss","email":null,"phone":"","dob":null}
step,name,value<nl>1,loss,0.<digits_4><nl>2,acc,0.<digits_4>
id|name|status<nl><digits_4>|Data Loader|ok<nl><digits_4>|Model Server|failed
email,status<nl>queued,<digits_4><nl>sent,<digits_4>
| name | params | flops |<nl>| Llama Guard | 8B | 12T |
INSERT INTO models (name, version, hash) VALUES ('Nova Pro', '1.0.3', '<hex_40>')
INSERT INTO events (name, session, token_count) VALUES ('Page View', '<uuid>', <digits_4>)
Key (model_name, version)=(Nova Pro, 3) already exists
f(x)=(x+1); g(name)=(str) -> None
我叫你不要删除这个文件
変数名前は必須です
{"chain":"Rosa Parks Summary","tool_name":"Grace Hopper Search","agent":"Ada Lovelace"}
{"title":"Jasper Reports","product":"Alexa Skills","team":"Phoenix Core"}
Felix Cloud Dataset loaded; Iris Virginica 50, Iris Setosa 50
Saving Olivia Pope... no: checkpoint Juno Base v2 restored
Apollo Router, Hermes Broker and Atlas Search are healthy
Montserrat Bold and Lato Regular fonts embedded
Helm chart Loki Stack upgraded; Kiali Operator skipped
Milvus Standalone and Weaviate Cluster reachable; Vespa Content node down
Haystack Pipeline built from Dolly Dataset and Alpaca Cleaned
weather model at 0.2512, 0.7541 of the quantiles
crop near 12.5000, 48.2500, 96.0000
mac: abcd.1234.ef56.7890 flow label
pod 10.12.3.4567 build 2026.0708.1200
fingerprint 12ab.34cd.56ef.78ab
re_compile_cache_<digits_6> key-value store, fc-layer-3, fw_download_status
secret_rotation_job_<digits_4> finished; key-<hex_8> evicted
sha256~ prefix means an OpenShift token; ya29. means Google
{"kid":"key-<digits_2>","fc":"fc-<digits_3>","re":"re_<digits_4>"}
amqp://user:user@localhost/ (default)
{"sid":"<digits_6>","session_id":"sess_<digits_4>","csrf":"disabled"}
{"sessionId":"<hex_32>","thread":"main"}
{"session_id":"2026-07-08-run-<digits_2>"}
login failed for service account; retry in 30 s
session opened for user postgres by (uid=0)
exp 03/14 of 20 experiments done; validation 09/28 folds
call 12-34-56 for 3 args; invoke dial 8080
near miss: 14 of 1,204 tests flaky
Contact: Platform Engineering / on-call rotation B
holder=ThreadPool lead=node-7 who is leader? node-7
Created user service-account-rag in realm prod
lead Time to First Token 0.41 s; Lead Scheduler moved
"""
