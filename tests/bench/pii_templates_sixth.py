"""A sixth set of templates, written without looking at the rules, as somebody would who checks them with a generator of his own.

Records in the formats of many countries under odd field names, in messages, tracebacks, URLs, headers, SQL, CSV, prompts and
tool calls; keys of today's vendors; and log lines of AI services without any personal data. Marks as in
:mod:`tests.bench.pii_templates`; values of :class:`tests.bench.pii_values_world.WorldValues`. At first sight the rules
flagged 1.08 % of the clean lines as certain and 2.16 % as certain or likely (precision / recall: structured 99.3 / 95.8, secrets
96.4 / 84.5, names 98.4 / 81.6, official numbers 100 / 89.5, login names 100 / 75.0); then they were mended, so that it counts as
seen.
"""

from __future__ import annotations

POSITIVE = r"""
{"ts":"<time>","lvl":"INFO","evt":"account.created","usr":{"nm":"{{person:<person>}}","eml":"{{email:<mail>}}","tel_no":"{{phone:<tel>}}"}}
{"subscriber":{"givenname":"{{person:<first>}}","lastname":"{{person:<last>}}","contact_mail":"{{email:<mail>}}","msisdn":"{{phone:<msisdn>}}"}}
{"customerName":"{{person:<person_middle>}}","billingEmail":"{{email:<mail_firm>}}","shippingAddress":{"line1":"{{address:<street>}}","town":"<city>"}}
{"guest":{"full_name":"{{person:<person_turned>}}","dateOfBirth":"{{dob:<birth>}}","passport_no":"{{passport:<passport>}}"}}
{"data":{"applicant":{"fname":"{{person:<first>}}","lname":"{{person:<last>}}","birthdate":"{{dob:<born>}}","ssn":"{{us_ssn:<ssn_plain>}}"}}}
{"member":{"name":{"first":"{{person:<first>}}","last":"{{person:<last>}}"},"cell":"{{phone:<tel_faker>}}","homePhone":"{{phone:<tel_dots>}}"}}
{"cust_email_addr":"{{email:<mail>}}","cust_phone_nbr":"{{phone:<tel_faker>}}","cust_addr_ln_1":"{{address:<street>}}"}
{"KUNDE":{"VORNAME":"{{person:<first>}}","NACHNAME":"{{person:<last>}}","GEBURTSDATUM":"{{dob:<birth_dotted>}}","TELEFON":"{{phone:<phone_de>}}"}}
{"cliente":{"nombre":"{{person:<first>}}","apellidos":"{{person:<last>}}","correo":"{{email:<mail>}}","telefono":"{{phone:<tel>}}"}}
{"client":{"prenom":"{{person:<first>}}","nom":"{{person:<last>}}","date_naissance":"{{dob:<birth_slash>}}","courriel":"{{email:<mail>}}"}}
{"pessoa":{"nome":"{{person:<person>}}","cpf":"{{br_cpf:<cpf>}}","celular":"{{phone:<phone_intl>}}","endereco":"{{address:<street>}}"}}
{"姓名":"{{person:<person_zh>}}","手机":"{{phone:<msisdn>}}","身份证":"{{cn_ric:<cn>}}"}
{"employee":{"employeeName":"{{person:<person>}}","personal_email":"{{email:<mail>}}","taxId":"{{us_ssn:<ssn>}}","bank":{"iban":"{{iban:<iban_any>}}"}}}
{"patient":{"fullName":"{{person:<person_upper>}}","mrn":"{{mrn:<digits_8>}}","nhs_number":"{{uk_nhs:<nhs>}}","dob":"{{dob:<birth_us>}}"}}
{"traveler":{"surname":"{{person:<last>}}","forename":"{{person:<first>}}","passportNumber":"{{passport:<passport>}}"}}
{"payer":{"cardholder_name":"{{person:<person_upper>}}","card_number":"{{credit_card:<pan_any>}}","expiry":"{{card_extra:09/28}}","cvv":"{{card_extra:<digits_3>}}"}}
{"tender":{"type":"CREDIT","acct":"{{credit_card:<amex>}}","auth":"<alnum_6>"},"total":41.20}
{"beneficiary":{"accountHolder":"{{person:<person>}}","accountIban":"{{iban:<iban_any_spaced>}}","bic":"NWBKGB2L"}}
{"remitter_name":"{{person:<person>}}","remitter_account":"{{bank_account:<digits_10>}}","sort_code":"{{bank_account:60-16-13}}"}
{"gov":{"nino":"{{uk_nino:<nino>}}","sin":"{{ca_sin:<sin>}}","bsn":"{{nl_bsn:<bsn>}}"}}
{"ids":{"numero_secu":"{{fr_nir:<nir>}}","steuerId":"{{de_tax_id:<steuer>}}","codiceFiscale":"{{it_fiscal_code:<codice>}}"}}
{"kyc":{"aadhaar_number":"{{in_aadhaar:<aadhaar>}}","pan_number":"{{in_pan:<pan>}}","name_as_per_pan":"{{person:<person_upper>}}"}}
{"kyc":{"nric":"{{sg_nric:<nric>}}","nationality":"{{demographic:Singaporean}}","gender":"{{demographic:female}}"}}
{"hlo":{"henkilotunnus":"{{fi_hetu:<hetu>}}","etunimi":"{{person:<name_fi>}}"}}
{"personnummer":"{{government_id:<personnummer>}}","namn":"{{person:<name_se>}}"}
{"itin":"{{us_itin:<itin>}}","filing_status":"single","year":2025}
{"driver":{"license_number":"{{government_id:D<digits_7>}}","licence_plate":"{{vehicle:7ABC123}}","vin":"{{vehicle:<vin>}}"}}
{"device":{"imei":"{{device_id:<imei>}}","wlan_mac":"{{mac:<mac_dash>}}","remote_ip":"{{ip:<ip_any>}}"}}
{"net":{"hwaddr":"{{mac:<mac_lower>}}","wan_ip":"{{ip:<ip_any>}}","lan_ip":"<inside_ip>"}}
{"loc":{"latitude":{{geo:<lat>}},"longitude":{{geo:<long>}},"accuracy_m":12}}
{"gps":"{{geo:<latlon>}}","speed_kmh":41}
{"user_name":"{{username:<login>}}","last_login_ip":"{{ip:<ip_any>}}","2fa":true}
{"author":{"login":"{{username:<login>}}","email":"{{email:<mail_firm>}}"},"commit":"<sha>"}
{"from":"{{person:<person>}} <{{email:<mail>}}>","to":["{{email:<mail>}}"],"subject":"Invoice <digits_6>"}
{"reply_to":"{{email:<mail_firm>}}","bcc":"{{email:<mail>}};{{email:<mail>}}"}
{"contact":"{{person:<person>}} / {{phone:<tel>}}","priority":"high"}
2026-06-02 08:11:42,117 INFO app.signup Created user {{person:<person>}} ({{email:<mail>}}) in 41 ms
2026-06-02 08:11:42,117 INFO app.sms Sending OTP to {{phone:<tel>}} via twilio
2026-06-02 08:11:42,117 WARNING app.auth Login failed for user {{username:<login>}} from {{ip:<ip_any>}}:51442
2026-06-02 08:11:42,117 INFO app.kyc Verified SSN {{us_ssn:<ssn>}} for applicant {{person:<person>}}
2026-06-02 08:11:42,117 ERROR billing.charge Card {{credit_card:<card_dashed>}} declined for {{email:<mail>}}: insufficient_funds
2026-06-02 08:11:42,117 DEBUG billing.charge pan={{credit_card:<pan_any>}} exp={{card_extra:11/27}} amount=12.00
2026-06-02 08:11:42.117 | INFO     | crm.sync:run:88 - Updated contact {{person:<person>}}, phone {{phone:<tel_faker>}}
2026-06-02 08:11:42.117 | ERROR    | crm.sync:run:91 - Cannot geocode address {{address:<address>}}
[2026-06-02 08:11:42] production.INFO: User logged in {"email":"{{email:<mail>}}","ip":"{{ip:<ip_any>}}"} []
INFO:root:patient {{person:<person>}} born {{dob:<born>}} admitted to ward 4
INFO:payments:Payout to IBAN {{iban:<iban_any>}} scheduled, holder {{person:<person>}}
WARNING:etl:row 8812 rejected: invalid phone '{{phone:<tel_home>}}' for {{email:<mail>}}
ERROR:mailer:bounce from {{email:<mail_firm>}} (550 5.1.1 user unknown)
level=info ts=<time> caller=auth.go:88 msg="session opened" user={{username:<login>}} src={{ip:<ip_any>}}
level=warn msg="duplicate account" email={{email:<mail>}} phone="{{phone:<tel>}}"
level=info msg="profile saved" name="{{person:<person>}}" birthday={{dob:<birth>}}
ts=<time> level=info component=checkout customer_name="{{person:<person>}}" city=Nottingham order=<order>
Processing refund for {{person:<person_title>}} on card ending 4242
Welcome email queued: to={{email:<mail>}} template=welcome_v2
Caller {{phone:<tel>}} connected to agent 14
Found 2 matches for name='{{person:<person>}}' dob='{{dob:<birth>}}'
New lead: {{person:<person>}}, {{email:<mail_firm>}}, {{phone:<tel_dots>}}
Traceback (most recent call last):<nl>  File "/app/kyc.py", line 41, in check<nl>    raise ValueError(f"bad ssn {ssn}")<nl>ValueError: bad ssn {{us_ssn:<ssn>}}
Traceback (most recent call last):<nl>  File "/home/{{username:<login>}}/rag/app.py", line 12, in <module><nl>    load()<nl>KeyError: '{{email:<mail>}}'
Traceback (most recent call last):<nl>  File "crm.py", line 7, in get<nl>crm.NotFound: Contact(name='{{person:<person>}}', email='{{email:<mail>}}', phone='{{phone:<tel>}}')
pydantic_core._pydantic_core.ValidationError: 1 validation error for Customer<nl>iban<nl>  Value error, unsupported bank [type=value_error, input_value='{{iban:<iban_any>}}', input_type=str]
django.db.utils.IntegrityError: UNIQUE constraint failed: DETAIL:  Key (phone)=({{phone:<msisdn>}}) already exists.
java.lang.IllegalArgumentException: Invalid e-mail: {{email:<mail>}}<nl>	at com.contoso.User.setEmail(User.java:88)
Error: customer {"id":"cus_<word62_14>","email":"{{email:<mail>}}","name":"{{person:<person>}}"} not found<nl>    at lookup (/srv/api/stripe.js:14:11)
panic: cannot parse dob "{{dob:<birth_us>}}" for patient "{{person:<person>}}"
GET /api/users?email={{email:<mail_quoted>}}&page=2 HTTP/1.1 200
GET /search?first_name={{person:<first>}}&last_name={{person:<last>}}&dob={{dob:<birth>}} 200 14ms
POST /v1/verify?phone=%2B{{phone:<msisdn>}}&channel=sms 202
{"url":"https://app.contoso.io/reset?user={{email:<mail>}}&lang=en","status":302}
{{ip:<ip_any>}} - - [02/Jun/2026:08:11:42 +0000] "POST /v1/chat/completions HTTP/1.1" 200 812 "-" "python-httpx/0.27.0"
{{ip:<ip6_short>}} - {{username:<login>}} [02/Jun/2026:08:11:42 +0000] "GET /me HTTP/2.0" 200 91
INFO:     {{ip:<ip_any>}}:51442 - "POST /generate HTTP/1.1" 200 OK
X-Forwarded-For: {{ip:<ip_any>}}, 10.0.3.14<nl>X-Real-IP: {{ip:<ip_any>}}
{"headers":{"x-forwarded-for":"{{ip:<ip_any>}}, <inside_ip>","user-agent":"okhttp/4.12.0","cf-connecting-ip":"{{ip:<ip_any>}}"}}
{"http.client_ip":"{{ip:<ip6_short>}}","http.status_code":200,"http.route":"/v1/embeddings"}
{"attributes":{"enduser.id":"{{email:<mail>}}","client.address":"{{ip:<ip_any>}}","server.port":443}}
{"span":"db.query","db.statement":"SELECT * FROM customers WHERE email = '{{email:<mail>}}' LIMIT 1","duration_ms":4.1}
INSERT INTO patients (name, dob, phone) VALUES ('{{person:<person>}}', '{{dob:<birth>}}', '{{phone:<tel_faker>}}');
UPDATE users SET phone='{{phone:<tel>}}', email='{{email:<mail>}}' WHERE id=<digits_5>
LOG:  duration: 8.112 ms  execute <unnamed>: INSERT INTO cards VALUES ('{{credit_card:<pan_any>}}', 'visa')
sqlalchemy.engine.Engine [generated in 0.00012s] ('{{person:<first>}}', '{{person:<last>}}', '{{email:<mail>}}')
id,first_name,last_name,email,phone<nl><digits_4>,{{person:<first>}},{{person:<last>}},{{email:<mail>}},{{phone:<tel_dots>}}
name;email;iban<nl>{{person:<person>}};{{email:<mail>}};{{iban:<iban_any>}}
<digits_5>,<time>,{{email:<mail>}},{{ip:<ip_any>}},login,ok
<digits_6>|{{us_ssn:<ssn>}}|{{dob:<birth>}}|F|OH
user_id=<digits_5> email={{email:<mail>}} ip={{ip:<ip_any>}} ua="Mozilla/5.0 (X11; Linux x86_64)"
acct=<digits_8> holder="{{person:<person>}}" iban={{iban:<iban_any>}} status=ACTIVE
mac={{mac:<mac_lower>}} ip={{ip:<ip_any>}} rssi=-61
arp: {{mac:<mac_cisco>}} on vlan 20, port Gi1/0/14
dhcpd: DHCPACK on 10.0.0.14 to {{mac:<mac_lower>}} via eth0
{"messages":[{"role":"user","content":"Hi, my name is {{person:<person>}} and my order never came. You can reach me at {{phone:<tel>}}."}]}
{"messages":[{"role":"user","content":"Please write an email to my boss {{person:<person>}} ({{email:<mail_firm>}}) that I am sick."}]}
{"messages":[{"role":"user","content":"I'm {{person:<person>}}, born on {{dob:<born>}}. What is my zodiac sign?"}]}
{"messages":[{"role":"user","content":"charge it to {{credit_card:<card_spaced>}} exp {{card_extra:04/29}} cvv {{card_extra:<digits_3>}} please"}]}
{"prompt":"Translate to French: Dear {{person:<person_title>}}, your appointment is on Monday.","max_tokens":256}
{"prompt":"Extract the fields. Text: {{person:<person>}}, {{address:<address>}}, tel. {{phone:<tel_faker>}}","temperature":0}
{"completion":"Sure! I have updated the shipping address to {{address:<address>}}.","finish_reason":"stop"}
{"output":"{\"name\": \"{{person:<person>}}\", \"email\": \"{{email:<mail>}}\", \"phone\": \"{{phone:<tel>}}\"}"}
{"tool_calls":[{"function":{"name":"send_email","arguments":"{\"to\": \"{{email:<mail>}}\", \"subject\": \"Hello\"}"}}]}
{"tool_calls":[{"function":{"name":"book_table","arguments":"{\"guest_name\": \"{{person:<person>}}\", \"phone\": \"{{phone:<tel>}}\", \"party_size\": 4}"}}]}
{"type":"tool_result","content":"[{\"first_name\": \"{{person:<first>}}\", \"last_name\": \"{{person:<last>}}\", \"dob\": \"{{dob:<birth>}}\"}]"}
{"input":"what's the weather at {{geo:<latlon>}} now?","user":"{{email:<mail>}}"}
{"question":"Can you check the balance of {{iban:<iban_any_spaced>}}?","lang":"en"}
{"text":"Customer {{person:<person>}} called from {{phone:<tel>}} about a refund, lives at {{address:<street>}}."}
{"text":"Patient: {{person:<person>}}\nDOB: {{dob:<birth_us>}}\nNHS No: {{uk_nhs:<nhs>}}"}
{"summary":"Spoke with {{person:<person_title>}} regarding the claim; SSN {{us_ssn:<ssn>}} on file."}
{"comment":"Mit freundlichen Grüßen\n{{person:<person>}}\nTel.: {{phone:<phone_de>}}\nE-Mail: {{email:<mail>}}"}
{"body":"Best regards,\n{{person:<person>}}\nSenior Account Manager\n{{phone:<tel_faker>}}"}
{"text":"私の名前は{{person:<person_ja>}}です。メールは{{email:<mail>}}です。"}
{"text":"我叫{{person:<person_zh>}}，电话{{phone:<msisdn>}}"}
{"text":"мой email {{email:<mail>}}, телефон {{phone:+7 916 123-45-67}}"}
{"text":"mi chiamo {{person:<name_it>}}, nato il {{dob:<birth_slash>}}, CF {{it_fiscal_code:<codice>}}"}
{"text":"numer konta {{iban:<iban_any_spaced>}}, PESEL {{pl_pesel:<pesel>}}"}
Thought: I need the customer's record.<nl>Action: lookup_customer<nl>Action Input: {"email": "{{email:<mail>}}"}<nl>Observation: {"name": "{{person:<person>}}", "tier": "gold"}
Human: My email is {{email:<mail>}}<nl>AI: Thanks! And your full name?<nl>Human: {{person:<person>}}
[chain/start] Entering Chain run with input: {"question": "who is {{person:<person>}}?", "user_email": "{{email:<mail>}}"}
Author: {{person:<person>}} <{{email:<mail_firm>}}><nl>Date:   Tue Jun 2 08:11:42 2026 +0200<nl><nl>    fix tokenizer
Co-authored-by: {{person:<person>}} <{{email:<mail_firm>}}>
sshd[812]: Accepted publickey for {{username:<login>}} from {{ip:<ip_any>}} port 51442 ssh2: ED25519 SHA256:<word62_43>
postfix/smtp[812]: <alnum_10>: to=<{{email:<mail>}}>, relay=mx.contoso.io[{{ip:<ip_any>}}]:25, status=sent
slurmctld: _job_complete: JobId=<digits_6> user={{username:<login>}} WEXITSTATUS 0
/Users/{{username:<login>}}/miniconda3/envs/llm/lib/python3.11/site-packages/torch/nn/modules/module.py:1511: UserWarning
wandb: Currently logged in as: {{username:<login>}} (contoso-ai). Use `wandb login --relogin` to force relogin
{"wallet":"{{eth:<eth>}}","chain":"mainnet"}
{"deposit_address":"{{btc:<btc>}}","amount_sat":<digits_6>}
OPENAI_API_KEY={{generic_secret:<vendor>}}
{"level":"error","msg":"Incorrect API key provided: {{generic_secret:<openai>}}. You can find your API key at https://platform.openai.com/account/api-keys."}
{"level":"debug","config":{"llm":{"provider":"custom","api_key":"{{generic_secret:<vendor>}}","base_url":"https://api.example.com/v1"}}}
2026-06-02 08:11:42,117 DEBUG httpx request headers: {'Authorization': 'Bearer {{generic_secret:<vendor>}}', 'Accept': '*/*'}
curl -s https://api.example.com/v1/models -H "Authorization: Bearer {{generic_secret:<vendor>}}" -H "Accept: application/json"
export TOKEN="{{generic_secret:<vendor>}}"; python train.py --lr 3e-4
{"text":"is this a valid key? {{generic_secret:<vendor>}}"}
GET https://api.example.com/v1/data?key={{generic_secret:<vendor>}}&limit=10 200
E   requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://api.example.com/v1?api_key={{generic_secret:<hex_32>}}
git push https://{{username:<login>}}:{{generic_secret:<github>}}@github.com/contoso/rag.git main
remote: Invalid token {{generic_secret:<gh_pat>}}
AWS_ACCESS_KEY_ID={{generic_secret:<aws>}}<nl>AWS_SECRET_ACCESS_KEY={{generic_secret:<aws_secret>}}<nl>AWS_DEFAULT_REGION=eu-west-1
{"accessKeyId":"{{generic_secret:<aws>}}","secretAccessKey":"{{generic_secret:<aws_secret>}}","region":"us-east-1"}
boto3.Session(aws_access_key_id='{{generic_secret:<aws>}}', aws_secret_access_key='{{generic_secret:<aws_secret>}}')
{"type":"service_account","project_id":"contoso-ml","private_key_id":"<hex_40>","private_key":"{{generic_secret:<pem_escaped>}}","client_email":"{{email:svc@contoso-ml.iam.gserviceaccount.com}}"}
DefaultEndpointsProtocol=https;AccountName=contosologs;AccountKey={{generic_secret:<azure_key>}};EndpointSuffix=core.windows.net
Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey={{generic_secret:<base64_key>}}
https://contoso.blob.core.windows.net/data/train.parquet?sv=2023-11-03&se=2026-07-01&sr=c&sp=rl&sig={{generic_secret:<sas>}}
{"AZURE_OPENAI_API_KEY":"{{generic_secret:<hex_32>}}","AZURE_OPENAI_ENDPOINT":"https://contoso.openai.azure.com/"}
{"client_id":"<uuid>","client_secret":"{{generic_secret:<azure_client>}}","tenant":"<uuid>"}
Server=tcp:sql.contoso.io,1433;Database=crm;User ID=svc_crm;Password={{generic_secret:<pass>}};Encrypt=True;
{"webhook":"{{generic_secret:<slack_hook>}}","channel":"#alerts"}
{"webhook_url":"{{generic_secret:<discord>}}"}
POST https://api.telegram.org/bot{{generic_secret:<bot>}}/sendMessage 200 OK
WANDB_API_KEY={{generic_secret:<hex_40>}} wandb agent contoso/llm/<alnum_8>
wandb login {{generic_secret:<hex_40>}}
{"username":"{{username:<login>}}","key":"{{generic_secret:<hex_32>}}"}
ngrok config add-authtoken {{generic_secret:2<word62_26>_<word62_21>}}
LANGFUSE_SECRET_KEY={{generic_secret:<sk_lf>}} LANGFUSE_HOST=https://cloud.langfuse.com
COHERE_API_KEY={{generic_secret:<word62_40>}}
MISTRAL_API_KEY: {{generic_secret:<word62_32>}}
TWILIO_ACCOUNT_SID=AC<hex_32><nl>TWILIO_AUTH_TOKEN={{generic_secret:<hex_32>}}
connecting to postgresql+asyncpg://app:{{generic_secret:<pass>}}@db.internal:5432/rag
{"broker_url":"redis://:{{generic_secret:<word62_24>}}@redis-master:6379/0","concurrency":8}
pymongo.errors.ServerSelectionTimeoutError: mongodb+srv://svc:{{generic_secret:<word62_16>}}@cluster0.contoso.mongodb.net/?retryWrites=true
amqp connection failed: amqps://celery:{{generic_secret:<word62_18>}}@mq.contoso.io:5671//
pip install --index-url https://__token__:{{generic_secret:<vendor>}}@pypi.contoso.io/simple torch
Authorization: Basic {{generic_secret:<basic>}}
"authorization": "Bearer {{generic_secret:<token_jwt>}}"
Cookie: sessionid={{generic_secret:<alnum_32>}}; csrftoken={{generic_secret:<word62_32>}}; theme=dark
Set-Cookie: connect.sid=s%3A{{generic_secret:<word62_32>.<word62_43>}}; Path=/; HttpOnly
{"cookies":{"session":"{{generic_secret:<word62_40>}}","lang":"en"}}
{"refresh_token":"{{generic_secret:<word62_64>}}","expires_in":3600,"token_type":"Bearer"}
{"grant_type":"password","username":"{{email:<mail>}}","password":"{{generic_secret:<pass>}}"}
mysql -u root -p{{generic_secret:<word62_12>}} -h db crm < dump.sql
sshpass -p '{{generic_secret:<pass>}}' ssh deploy@10.0.0.4 uptime
docker login -u contoso -p {{generic_secret:<vendor>}} registry.contoso.io
Starting worker with args: ['--db-user', 'app', '--db-password', '{{generic_secret:<pass>}}', '--port', '8080']
Running: python serve.py --host 0.0.0.0 --api-key {{generic_secret:<word62_32>}} --model llama
redis-cli -a {{generic_secret:<word62_20>}} ping
DB_PASSWORD='{{generic_secret:<pass>}}'<nl>SECRET_KEY={{generic_secret:<word62_50>}}<nl>DEBUG=0
{"smtp":{"host":"smtp.contoso.io","user":"{{username:mailer}}","pass":"{{generic_secret:<pass>}}"}}
spring.datasource.password={{generic_secret:<pass>}}
{"content":"my wifi password is {{generic_secret:<pass>}}, please remember it"}
{"content":"here are my creds: login {{email:<mail>}} / password {{generic_secret:<pass>}}"}
{{generic_secret:<pem>}}
wrote key to stdout:<nl>{{generic_secret:<pem>}}<nl>done
{"args":"{\"headers\": {\"X-Api-Key\": \"{{generic_secret:<vendor>}}\"}}"}
mqtt: CONNECT client=<alnum_8> username={{username:sensor}} password={{generic_secret:<pass>}}
"""

NEGATIVE = r"""
INFO 06-02 08:11:42 [metrics.py:481] Avg prompt throughput: <digits_3>.4 tokens/s, Avg generation throughput: <digits_2>.1 tokens/s, Running: 3 reqs, Swapped: 0 reqs, Pending: 0 reqs, GPU KV cache usage: 4.<digits_1>%
INFO 06-02 08:11:42 [logger.py:40] Received request chatcmpl-<hex_32>: prompt: 'Hello', params: SamplingParams(n=1, seed=<digits_9>, temperature=0.7, max_tokens=<digits_4>), prompt_token_ids: [<ids>], lora_request: None.
INFO 06-02 08:11:42 [async_llm_engine.py:211] Added request cmpl-<hex_32>-0.
INFO 06-02 08:11:42 [gpu_executor.py:122] # GPU blocks: <digits_5>, # CPU blocks: <digits_4>
INFO 06-02 08:11:42 [kv_cache_utils.py:634] GPU KV cache size: 1,<digits_3>,<digits_3> tokens; Maximum concurrency for 32,768 tokens per request: <digits_2>.18x
INFO 06-02 08:11:42 api_server.py:528] vLLM API server version 0.6.3.post1
WARNING 06-02 08:11:42 config.py:1668] Casting torch.bfloat16 to torch.float16.
INFO:     <inside_ip>:<digits_5> - "POST /v1/chat/completions HTTP/1.1" 200 OK
INFO:     127.0.0.1:<digits_5> - "GET /metrics HTTP/1.1" 200 OK
INFO:     Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)
<inside_ip> - - [02/Jun/2026:08:11:42 +0000] "GET /health HTTP/1.1" 200 2 "-" "kube-probe/1.30"
{'loss': 1.<digits_4>, 'grad_norm': 0.<digits_16>, 'learning_rate': 2.<digits_15>e-05, 'epoch': 1.<digits_2>}
{"loss": 0.<digits_4>, "step": <digits_6>, "tokens_seen": <digits_11>, "lr": 0.000<digits_3>, "mfu": 0.<digits_2>}
 42%|████▏     | <digits_4>/<digits_5> [1:12:41<1:38:02,  1.18it/s]
Epoch 3/10: 100%|██████████| 1563/1563 [02:11<00:00, 11.91it/s, loss=0.<digits_3>, acc=0.<digits_3>]
***** Running training *****  Num examples = 52,002  Num Epochs = 3  Total optimization steps = 4,875  Number of trainable parameters = 7,241,748,480
loading weights file model-00003-of-00004.safetensors from cache at /opt/models/huggingface/hub/models--Qwen--Qwen2.5-7B-Instruct/snapshots/<sha>/model.safetensors.index.json
Downloading shards: 100%|██████████| 4/4 [00:41<00:00, 10.3s/it]
{"train_runtime": <digits_4>.<digits_4>, "train_samples_per_second": <digits_2>.<digits_3>, "total_flos": 1.<digits_15>e+18}
[rank0]:[W602 08:11:42.<digits_9> ProcessGroupNCCL.cpp:1250] Warning: WARNING: process group has NOT been destroyed before we destruct ProcessGroupNCCL
[2026-06-02 08:11:42,117] [INFO] [launch.py:256:main] process <digits_6> spawned with command: ['/usr/bin/python3', '-u', 'train.py', '--local_rank=0', '--deepspeed', 'ds.json']
[2026-06-02 08:11:42,117: INFO/MainProcess] Task app.tasks.embed[<uuid>] received
[2026-06-02 08:11:42,117: INFO/ForkPoolWorker-8] Task app.tasks.embed[<uuid>] succeeded in 0.<digits_17>s: {'chunks': 41, 'tokens': <digits_5>}
> Finished chain. Total Tokens: <digits_4> Prompt Tokens: <digits_4> Completion Tokens: <digits_3> Successful Requests: 1 Total Cost (USD): $0.0<digits_3>
{"event":"on_chain_end","name":"RunnableSequence","run_id":"<uuid>","parent_ids":["<uuid>"],"tags":["seq:step:2"]}
{"lc":1,"type":"constructor","id":["langchain","schema","messages","AIMessage"],"kwargs":{"content":"ok"}}
{"trace_id":"<hex_32>","span_id":"<hex_16>","parent_span_id":"<hex_16>","start_time_unix_nano":"17<digits_17>","end_time_unix_nano":"17<digits_17>","kind":3}
{"resource":{"service.name":"rag-api","service.version":"1.<digits_2>.0","telemetry.sdk.version":"1.25.0","host.name":"ip-10-0-1-<digits_2>","process.pid":<digits_5>}}
{"gen_ai.system":"openai","gen_ai.request.model":"gpt-4o-2024-08-06","gen_ai.usage.input_tokens":<digits_4>,"gen_ai.response.id":"chatcmpl-<word62_29>"}
{"model":"claude-3-5-sonnet-20241022","usage":{"input_tokens":<digits_5>,"output_tokens":<digits_3>,"cache_read_input_tokens":<digits_5>},"stop_reason":"end_turn"}
{"id":"msg_01<word62_22>","request_id":"req_011C<word62_20>","type":"message"}
{"organization":"org-<word62_24>","system_fingerprint":"fp_<hex_10>","openai-processing-ms":<digits_4>}
{"x-ratelimit-remaining-tokens":"<digits_6>","x-ratelimit-reset-tokens":"6m0s","x-ratelimit-limit-requests":"10000"}
HTTP Request: POST https://api.openai.com/v1/embeddings "HTTP/1.1 200 OK"
Retrying request to /chat/completions in 0.<digits_6> seconds
openai.RateLimitError: Error code: 429 - {'error': {'message': 'Rate limit reached for gpt-4o in organization org-<word62_24> on tokens per min (TPM): Limit 30000, Used <digits_5>, Requested <digits_4>. Please try again in 1.<digits_3>s.', 'type': 'tokens', 'param': None, 'code': 'rate_limit_exceeded'}}
{"embedding":[<floats>],"index":0,"dims":1536}
{"ids":[<ids>],"attention_mask":[1,1,1,1,0,0],"pad_token_id":151643}
{"bbox":[<box>],"score":0.<digits_4>,"label":"person","category_id":1}
{"detections":[{"cls":"car","xyxy":[<box>],"conf":0.<digits_3>},{"cls":"phone","xyxy":[<box>],"conf":0.<digits_3>}]}
{"doc_id":"<hex_24>","chunk":14,"score":0.<digits_16>,"source":"policies_2025-11-30_v3.pdf","page":12}
{"retrieved":[{"id":"doc-<digits_5>","similarity":0.8<digits_6>},{"id":"doc-<digits_5>","similarity":0.7<digits_6>}]}
Upserted 128 vectors to index support-docs (namespace=prod, dim=1536) in 412 ms
{"logprobs":[-0.<digits_6>,-1.<digits_6>,-12.<digits_6>],"top_token_ids":[<digits_5>,<digits_5>,<digits_3>]}
{"metric":"gpu_mem_used_bytes","value":<digits_11>,"labels":{"gpu":"0","uuid":"GPU-<uuid>"}}
http_request_duration_seconds_bucket{le="0.25",path="/v1/users/{user_id}/phone"} <digits_7>
process_start_time_seconds 1.7<digits_9>e+09
node_network_transmit_bytes_total{device="eth0"} <digits_12>
step=<digits_7> tokens=<digits_12> elapsed=<digits_6>.<digits_3> counter=<digits_10>
{"request_count":<digits_9>,"error_count":<digits_3>,"bytes":<digits_10>,"window_end":17<digits_11>}
{"ts":17<digits_8>,"ts_ms":17<digits_11>,"ts_ns":17<digits_17>,"seq":<digits_16>}
{"created_at":"20260602081142","date":20260602,"period":"202606","build":"20260602.<digits_4>"}
{"order_id":"<order>","status":"shipped","total":129.90,"currency":"EUR"}
{"sku":"<digits_3>-<digits_4>","ean":"<isbn>","qty":2,"unit_price":19.99,"discount":0.15}
{"isbn":"<isbn>","title":"Deep Learning with Python","pages":504}
{"invoice_no":"INV-2026-<digits_6>","po":"45<digits_8>","due":"2026-07-01"}
{"tracking_number":"1Z<alnum_16>","carrier":"ups","weight_kg":2.4}
tracking 94<digits_20> arrived at facility
Invoice <digits_10> for customer <digits_8> paid, amount 1,249.00 USD
Ticket #<digits_7> moved to Done by automation; see JIRA-<digits_4>
Order <digits_3>-<digits_3>-<digits_4> has 3 items
batch 2026-06-02-<digits_4> processed <digits_10> rows (<digits_3>-<digits_4> skipped)
Range <digits_3>-<digits_3>-<digits_4> of blocks freed
{"case_number":"<digits_2>-<digits_7>","account_type":"premium","account_age_days":412}
{"part_no":"<digits_3>-<digits_2>-<digits_4>","rev":"C"}
{"hash":"<hex_64>","md5":"<hex_32>","crc32":"<hex_8>","size":<digits_9>}
{"commit":"<sha>","tree":"<sha>","branch":"feature/token-refresh","tag":"v2.14.0-rc.1"}
{"etag":"\"<hex_32>\"","version_id":"<word62_32>","last_modified":"2026-06-02T08:11:42Z"}
{"image":"contoso/rag:1.14.2","digest":"sha256:<hex_64>","layers":14}
{"container_id":"<hex_64>","pod_uid":"<uuid>","node":"gke-pool-1-<hex_8>-<alnum_4>"}
{"blob":"<embedding>","encoding":"base64","len":160}
{"content_hash":"<base64_key>","algorithm":"sha256","ok":true}
{"cache_key":"<hex_32>","cache_hit":true,"ttl":3600,"key_prefix":"emb"}
{"public_key":"<base64_key>","fingerprint":"SHA256:<word62_43>"}
{"checksum":"<base64_key>","etag":"<hex_32>-8","part":8}
{"idempotencyKey":"<uuid>","correlationId":"<uuid>","sessionCount":14}
{"session_id":"<uuid>","turn":4,"tokens":812,"latency_ms":<digits_4>}
{"thread_id":"thread_<word62_24>","run_id":"run_<word62_24>","assistant_id":"asst_<word62_24>"}
{"tool_call_id":"call_<word62_24>","name":"get_weather","arguments":"{\"city\": \"Zaragoza\", \"unit\": \"celsius\"}"}
{"stripe":{"publishable_key":"pk_live_<word62_24>","price":"price_1<word62_23>","customer":"cus_<word62_14>"}}
{"api_key":"sk-xxxxxxxxxxxxxxxxxxxxxxxx","note":"placeholder"}
OPENAI_API_KEY=<your-key-here>
export ANTHROPIC_API_KEY="sk-ant-..."  # put yours here
{"api_key":"****************<word62_4>","masked":true}
{"password":"[REDACTED]","token":"***","secret":"<redacted>"}
Incorrect API key provided: sk-proj-********************<word62_4>. You can find your API key at https://platform.openai.com/account/api-keys.
HF_TOKEN=${HF_TOKEN} OPENAI_API_KEY=$OPENAI_API_KEY docker compose up -d
api_key=os.environ["OPENAI_API_KEY"], timeout=30
client = OpenAI(api_key=settings.openai_api_key.get_secret_value())
{"secretName":"rag-openai","key":"OPENAI_API_KEY","optional":false}
Missing environment variable: AZURE_OPENAI_API_KEY. Set it in .env or pass api_key=
{"error":"invalid_token","error_description":"The access token expired","status":401}
401 Unauthorized: token expired at 2026-06-02T08:11:42Z, please login again
token: str = Field(..., min_length=20, description="API token")
AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
postgresql://user:password@localhost:5432/db is the default, override with DATABASE_URL
postgres://<user>:<password>@<host>:5432/<db>
redis://localhost:6379/0 connected, client_id=<digits_4>
mongodb://mongo-0.mongo,mongo-1.mongo:27017/rag?replicaSet=rs0
amqp://guest:guest@localhost:5672// (default credentials, development only)
{"password_policy":{"min_length":12,"require_symbol":true},"password_changed":"2026-05-01"}
Password must contain at least 12 characters, one digit and one symbol
{"passwordHash":"$2b$12$<word62_53>","salt_rounds":12}
{"key_id":"<hex_20>","algorithm":"EdDSA","kty":"OKP","use":"sig","x":"<word62_43>"}
ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQ<word62_120> build@runner
{"csrf_enabled":true,"auth_method":"oauth2","token_endpoint":"https://id.contoso.io/oauth/token"}
{"tokenizer":"o200k_base","token_count":<digits_5>,"max_token":4096,"token_budget":<digits_6>}
prompt_token_ids=[<ids>] stop_token_ids=[151645, 151643]
tokens/sec: <digits_4>.<digits_2>, time-to-first-token: 0.<digits_3> s
CVE-2026-<digits_5> in package requests 2.31.0 (fixed in 2.32.4)
Successfully installed numpy-1.26.4 tokenizers-0.19.1 transformers-4.44.2 nvidia-cublas-cu12-12.4.5.8
Collecting torch==2.4.0+cu124<nl>  Downloading torch-2.4.0%2Bcu124-cp311-cp311-linux_x86_64.whl (797.2 MB)
#14 sha256:<hex_64> 48.23MB / 797.12MB 3.1s
#8 [builder 4/9] RUN pip install --no-cache-dir -r requirements.txt
Step 7/14 : ENV PIP_NO_CACHE_DIR=1<nl> ---> Running in <hex_12>
   <hex_7>..<hex_7>  main       -> origin/main
Receiving objects: 100% (<digits_5>/<digits_5>), 41.20 MiB | 8.12 MiB/s, done.
NVIDIA-SMI 550.54.15  Driver Version: 550.54.15  CUDA Version: 12.4
| 0  NVIDIA A100-SXM4-80GB  On | 00000000:07:00.0 Off | 0 | 41C P0 71W / 400W | <digits_5>MiB / 81920MiB | 14% Default |
linux 5.15.0-1053-gke x86_64, python 3.11.9, glibc 2.35, driver 535.161.08
CUDA error: device-side assert triggered; code 710 at /opt/pytorch/c10/cuda/CUDAException.cpp:43
Error 0x<hex_8>: status=-<digits_10> (STATUS_ACCESS_VIOLATION)
segfault at 7f<hex_10> ip 00005<hex_11> sp 00007ff<hex_9> error 4 in python3.11
frame #3: at::native::linear + 0x4e (0x7f<hex_10> in libtorch_cpu.so)
Normal   Pulled     12s   kubelet  Successfully pulled image "contoso/rag:1.14.2" in 1.<digits_3>s
Warning  FailedScheduling  default-scheduler  0/8 nodes are available: 8 Insufficient nvidia.com/gpu. preemption: 0/8 nodes are available
Warning  Unhealthy  pod/llm-<hex_9>-<alnum_5>  Readiness probe failed: Get "http://<inside_ip>:8000/health": dial tcp <inside_ip>:8000: connect: connection refused
E0602 08:11:42.117312       1 controller.go:114] loading OpenAPI spec for "v1beta1.metrics.k8s.io" failed with: 503
time="2026-06-02T08:11:42Z" level=info msg="msg=\"compaction done\" mint=17<digits_11> maxt=17<digits_11> ulid=01J<word62_23>"
{"listen":"<inside_ip>:50051","peers":["<inside_ip>:2380","<inside_ip>:2380"],"quorum":2}
upstream timed out (110: Connection timed out) while reading response header from upstream, client: <inside_ip>, server: _, request: "POST /v1/chat HTTP/1.1"
resolver: using nameserver 8.8.8.8 and 1.1.1.1
version 10.2.<digits_1>.14 of the agent, protocol 4.0.0.1, schema 2.1.0.3
Chrome/125.0.6422.<digits_3> Safari/537.36 Edg/125.0.2535.51
OpenSSL 3.0.13.1, libcurl 8.5.0.4, ICU 74.2.0.1
flow 4.12.0.<digits_2> started with config 1.0.3.<digits_1>
{"firmware":"12.4.<digits_2>.7","bios":"2.19.1.3"}
{"url":"https://cdn.contoso.io/img/<hex_32>.webp?w=800&h=600&v=17<digits_8>","bytes":<digits_6>}
{"path":"/data/exports/2026-06-02/part-<digits_5>-<uuid>.c000.snappy.parquet","rows":<digits_7>}
s3://contoso-datasets/c4/en/c4-train.<digits_5>-of-01024.json.gz (<digits_9> bytes)
/home/ubuntu/.cache/torch/hub/checkpoints/resnet50-<hex_8>.pth
/home/runner/work/rag/rag/tests/test_user.py::test_email_is_valid PASSED
/Users/Shared/models/llama-3.1-8b.Q4_K_M.gguf
backup_20260602_081142.tar.gz written, 14 files, 1<digits_9> bytes
IMG_20260602_081142<digits_3>.jpg resized to 1024x768
{"filename":"Screenshot 2026-06-02 at 08.11.42.png","size":<digits_6>}
{"lr":[0.0003,0.00027],"betas":[0.9,0.95],"eps":1e-08,"weight_decay":0.1}
{"cost_usd":0.0<digits_5>,"input_price":3.00,"output_price":15.00,"per":"1M tokens"}
{"eval":{"mmlu":0.<digits_4>,"gsm8k":0.<digits_4>,"humaneval":0.<digits_4>},"n":14042}
{"confusion":[[<digits_4>,<digits_2>],[<digits_2>,<digits_4>]],"labels":["PERSON","EMAIL"]}
{"entities_found":{"EMAIL":3,"PHONE":0,"PERSON":12},"redacted":true}
{"prompt":"Extract all names, emails and phone numbers from the text below and return JSON.","schema":{"name":"string","email":"string","phone":"string"}}
{"prompt":"What is the difference between a passport and a visa?","completion":"A passport is issued by your own country."}
{"content":"Marie Curie was born in Warsaw and won the Nobel Prize twice."}
{"content":"The Eiffel Tower is located on the Champ de Mars in Paris, France."}
{"content":"Use `git config user.email you@example.com` before the first commit."}
{"content":"A valid IBAN looks like GB00 XXXX 0000 0000 0000 00."}
{"content":"The chapter covers Bayes Theorem, Markov Chains and Monte Carlo methods."}
{"content":"In 1969, Apollo 11 landed; 600 million people watched; see pages 112-118."}
{"content":"SELECT name, email, phone FROM users WHERE created_at > NOW() - INTERVAL '7 days'"}
{"content":"def send(to: str, password: str = None) -> bool:\n    token = hashlib.sha256(b'x').hexdigest()"}
{"system":"You are Aria, the assistant of Contoso Travel. Never reveal passwords or API keys."}
{"agent":"Research Assistant","team":"Core Platform","workflow":"Daily Digest","stage":"Quality Check"}
{"user_agent":"python-requests/2.32.3","user_type":"bot","user_count":<digits_4>,"username_field":"email"}
{"name":"gpt-4o-mini","owned_by":"system","object":"model","created":17<digits_8>}
{"name":"Llama Guard","display":"Mistral Large","title":"Senior Review","label":"New York"}
{"run_name":"wandering-sunset-<digits_3>","project":"llm-finetune","sweep":"<alnum_8>"}
{"experiment":"Adaptive Rank Pruning","author_count":4,"venue":"ICLR"}
{"event":"Page View","referrer":"https://www.google.com/","viewport":"1440x900","city_db":"GeoLite2"}
{"lat_ms":41.<digits_4>,"long_poll":true,"latitude_bucket":"n45"}
{"position":{"x":12.<digits_5>,"y":-7.<digits_5>,"z":0.<digits_5>},"quat":[0.1,0.2,0.3,0.9]}
{"phone_verified":true,"email_opt_in":false,"address_count":2,"card_brand":"visa","iban_check":"ok"}
{"birth_year_bucket":"1980s","age_group":"25-34","gender_model":"v2"}
{"passenger_count":3,"driver_version":"550.54.15","license":"MIT","plate_detector":"yolo11"}
Sent 1 email, 0 SMS, 0 calls; provider latency <digits_3> ms
User input validated: email ok, phone ok, card skipped
2026-06-02 08:11:42,117 INFO sqlalchemy.engine.Engine SELECT users.id, users.email, users.password_hash FROM users WHERE users.id = %(pk_1)s
2026-06-02 08:11:42,117 INFO sqlalchemy.engine.Engine [cached since 41.2s ago] {'pk_1': <digits_5>, 'limit': 1}
2026-06-02 08:11:42,117 DEBUG urllib3.connectionpool https://huggingface.co:443 "HEAD /bert-base-uncased/resolve/main/tokenizer_config.json HTTP/1.1" 200 0
2026-06-02 08:11:42,117 INFO apscheduler.executors.default Job "Sync Contacts (trigger: interval[0:05:00], next run at: 2026-06-02 08:16:42 UTC)" executed successfully
2026-06-02 08:11:42,117 WARNING root token limit reached: <digits_5>/32768, truncating
{"level":30,"time":17<digits_11>,"pid":<digits_5>,"hostname":"api-<hex_9>-<alnum_5>","reqId":"req-<alnum_3>","responseTime":12.<digits_14>,"msg":"request completed"}
<digits_2>,<digits_5>,0.<digits_4>,0.<digits_4>,<digits_8>,17<digits_8>
<time>,<uuid>,<digits_10>,<hex_16>,OK
0.<digits_5> 0.<digits_5> <digits_3>-<digits_3>-<digits_4> 1.<digits_2>e-05
"""
