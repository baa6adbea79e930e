"""A third set of templates, written without looking at the rules, of what strangers' labelled sets hold.

Support, medicine, banking, staff, prompts, tool calls, headers, SQL, traces, configurations; the marks are those of
:mod:`tests.bench.pii_templates`. What the rules found at first sight is in the results.
"""

from __future__ import annotations

POSITIVE = r"""
{"ticket_id":<digits_6>,"subject":"Refund","body":"Hello, I am {{person:<name_us>}} and I was charged twice. Please refund to card {{credit_card:<card_spaced>}}. You can reach me at {{email:<email>}}."}
{"ticket_id":<digits_6>,"customer_name":"{{person:<name_us>}}","customer_email":"{{email:<email_faker>}}","customer_phone":"{{phone:<phone_dash>}}","priority":"high"}
{"conversation":[{"speaker":"agent","utterance":"Could you confirm the phone number on file?"},{"speaker":"customer","utterance":"Sure, it's {{phone:<phone_dash>}}."}]}
{"conversation":[{"speaker":"customer","utterance":"My SSN is {{us_ssn:<ssn>}}, date of birth {{dob:<birth_us>}}"}]}
2026-03-04 09:12:44 INFO  SupportDesk - Assigned case #<digits_6> to {{person:<name_us>}} <{{email:<email_faker>}}>
2026-03-04T09:12:44.118Z [INFO] auth-service: User {{email:<email_faker>}} logged in from {{ip:<ip>}}
2026-03-04T09:12:44.118Z [WARN] auth-service: password reset requested for {{email:<email>}} (ip: {{ip:<ip>}}, device: {{mac:<mac>}})
INFO:billing:Charging card {{credit_card:<card_dashed>}} exp {{card_extra:09/28}} cvv {{card_extra:<digits_3>}} amount=42.10
ERROR:payments:Card declined card_number={{credit_card:<card>}} reason=insufficient_funds
{"patient":{"first_name":"{{person:<first_us>}}","last_name":"{{person:<last_us>}}","birth_date":"{{dob:<birth>}}","ssn":"{{us_ssn:<ssn>}}","medical_record_number":"{{mrn:MRN<digits_7>}}"},"visit":"2026-02-11"}
{"discharge_summary":"Patient: {{person:<name_us>}}, DOB: {{dob:<birth_us>}}, MRN: {{mrn:<digits_7>}}. Admitted with pneumonia, SpO2 91 %, temp 38.4."}
{"clinical_note":"Seen by Dr. {{person:<name_in>}}. Contact next of kin at {{phone:<phone_dash>}}."}
{"lab":{"specimen":"S-<digits_8>","patient_id":"{{mrn:<digits_8>}}","requested_by":"Dr {{person:<name_in>}}"}}
{"entlassbrief":"Wir berichten über Herrn {{person:<name_de>}}, geb. {{dob:<birth_dotted>}}, wohnhaft {{address:Ahornweg 12, 79104 Freiburg}}."}
{"ordonnance":"Patient : {{person:<name_fr>}}, né le {{dob:<birth_slash>}}, tél. {{phone:06 41 77 20 93}}"}
{"historia":"Paciente {{person:<name_es>}}, nacida el {{dob:<birth_slash>}}, teléfono {{phone:+34 655 018 273}}"}
{"bank":{"transfer":{"from_iban":"{{iban:<iban_de>}}","to_iban":"{{iban:<iban_nl_spaced>}}","remittance":"rent March"}}}
{"bank":{"account_holder":"{{person:<name_cz>}}","account_number":"{{bank_account:<digits_10>}}","swift":"KOMBCZPP"}}
Transfer of EUR 1,200.00 to {{person:<name_se>}} ({{iban:<iban_de>}}) executed
Überweisung an {{person:<name_de>}}, IBAN {{iban:<iban_de>}}, Betrag 310,00 EUR
Virement vers {{iban:<iban_fr>}} au nom de {{person:<name_fr>}}
{"kyc":{"document":"passport","document_number":"{{passport:X<digits_7>}}","holder":"{{person:<name_in>}}","dateOfBirth":"{{dob:<birth>}}"}}
{"wire":"Beneficiary: {{person:<name_us>}}, Account: {{bank_account:<digits_10>}}, Routing: {{bank_account:021000021}}"}
{"employee_id":"E<digits_5>","full_name":"{{person:<name_se>}}","work_email":"{{email:<email>}}","personal_phone":"{{phone:<phone_intl>}}","salary":54000}
{"candidate":{"name":"{{person:<name_in>}}","email":"{{email:<email_faker>}}","linkedin":"linkedin.com/in/<word62_8>","phone":"{{phone:<phone_us>}}"},"stage":"onsite"}
{"hr_note":"Spoke with {{person:<name_us>}} about parental leave; emergency contact {{person:<name_us>}}, {{phone:<phone_dash>}}."}
{"personalnummer":"<digits_5>","nachname":"{{person:Brinkmann}}","vorname":"{{person:Torsten}}","geburtsdatum":"{{dob:<birth_dotted>}}","telefon":"{{phone:<phone_de>}}"}
{"empleado":{"nombre":"{{person:Rocío}}","apellidos":"{{person:Ballesteros Gil}}","correo":"{{email:<email>}}","telefono":"{{phone:+34 622 190 447}}"}}
{"salarie":{"nom":"{{person:Marchand}}","prenom":"{{person:Thibault}}","courriel":"{{email:<email>}}","date_naissance":"{{dob:<birth_slash>}}"}}
{"prompt":"Write a cover letter for {{person:<name_us>}}, email {{email:<email_faker>}}, phone {{phone:<phone_us>}}, applying as data engineer."}
{"prompt":"Translate to German: 'Dear Mr. {{person:<last_us>}}, your appointment is on Monday.'","model":"gpt-4o"}
{"messages":[{"role":"system","content":"You are a helpful assistant."},{"role":"user","content":"hey can u check why my card {{credit_card:<card>}} keeps failing? its under {{person:<name_us>}}"}]}
{"messages":[{"role":"user","content":"My name is {{person:<name_in>}} and my email is {{email:<email_faker>}}. Summarize my CV."}]}
{"messages":[{"role":"user","content":"I live at {{address:4821 Maple Ridge Drive, Austin, TX 78731}}. Which polling station?"}]}
{"messages":[{"role":"user","content":"Mein Name ist {{person:<name_de>}} und ich wohne in der {{address:Rosenstraße 8, 50678 Köln}}"}]}
{"input":"Call me back on {{phone:+1-202-555-0147}} or {{phone:<phone_intl>}}, thanks, {{person:<name_us>}}"}
{"output":"Thank you, {{person:<name_us>}}! I've sent the confirmation to {{email:<email_faker>}}."}
{"tool":"send_email","arguments":"{\"to\":\"{{email:<email_faker>}}\",\"subject\":\"Invoice\",\"body\":\"Dear {{person:<name_us>}},\\n\\nplease find attached\"}"}
{"tool":"lookup_customer","args":{"phone_number":"{{phone:<phone_dash>}}"},"result":{"name":"{{person:<name_us>}}","address":"{{address:77 Birch Lane, Denver, CO 80203}}"}}
{"tool_calls":[{"function":{"name":"create_contact","arguments":"{\"first_name\": \"{{person:<first_us>}}\", \"last_name\": \"{{person:<last_us>}}\", \"email\": \"{{email:<email>}}\"}"}}]}
{"tool_call":{"name":"http_get","url":"https://api.weather.example/v1?lat={{geo:<lat>}}&lon={{geo:<long>}}"}}
Authorization: Bearer {{bearer_token:<word62_48>}}
> Authorization: Bearer {{jwt:<jwt>}}
Cookie: sessionid={{session_id:<alnum_32>}}; csrftoken={{session_id:<alnum_32>}}
X-Forwarded-For: {{ip:<ip>}}, {{ip:<ip>}}
X-Api-Key: {{generic_secret:<word62_32>}}
{{ip:<ip>}} - {{username:<user>}} [04/Mar/2026:09:12:44 +0100] "GET /api/v2/me HTTP/1.1" 200 1043 "https://app.shop.example/account" "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"
127.0.0.1 - - [04/Mar/2026:09:12:44 +0100] "POST /reset?email={{email:karin7%40gmx.at}} HTTP/1.1" 302 0
INSERT INTO patients (name, dob, ssn) VALUES ('{{person:<name_us>}}', '{{dob:<birth>}}', '{{us_ssn:<ssn>}}');
UPDATE users SET phone = '{{phone:<phone_intl>}}', email = '{{email:<email>}}' WHERE id = <digits_5>;
SELECT id FROM accounts WHERE iban = '{{iban:<iban_de>}}' LIMIT 1
LOG:  statement: UPDATE staff SET password='{{password:<password>}}' WHERE login='svc'
{"query":"DELETE FROM contacts WHERE email='{{email:<email_faker>}}'","rows":1}
ValueError: could not parse record {'name': '{{person:<name_us>}}', 'email': '{{email:<email_faker>}}', 'age': 41}
django.db.utils.IntegrityError: duplicate key value violates unique constraint "auth_user_email_key" DETAIL: Key (email)=({{email:<email>}}) already exists.
Caused by: javax.mail.SendFailedException: Invalid Addresses; nested exception is: 550 5.1.1 <{{email:<email>}}>: Recipient address rejected
KeyError: "customer {{email:<email_faker>}} has no address"
ConnectionError: could not connect to postgres://app:{{url_password:<word62_16>}}@10.2.0.5:5432/prod
redis.exceptions.AuthenticationError: redis://:{{url_password:<word62_22>}}@cache-1:6379/0
spring.datasource.password={{password:<password>}}
DB_PASSWORD={{password:<password>}}
export OPENAI_API_KEY="{{openai_key:<openai>}}"
aws_access_key_id = {{aws_access_key_id:<aws>}}
aws_secret_access_key = {{aws_secret_key:<word62_40>}}
SLACK_BOT_TOKEN={{slack_token:<slack>}}
STRIPE_SECRET_KEY: {{stripe_key:<stripe>}}
github_token: {{github_token:<github>}}
HF_TOKEN={{hf_token:<hf>}} python train.py
{"config":{"smtp_user":"mailer","smtp_password":"{{password:<password>}}","smtp_host":"smtp.internal"}}
https://user.example/verify?token={{generic_secret:<word62_40>}}&lang=en
https://maps.example/?q={{geo:<lat>}},{{geo:<long>}}
wss://stream.example/v1?api_key={{generic_secret:<word62_32>}}
{"client_ip":"{{ip:<ip>}}","user_agent":"curl/8.5.0","path":"/v1/chat/completions"}
{"remote_addr":"{{ip:<ip6>}}","status":403}
{"device":{"imei":"{{device_id:490154203237518}}","wifi_mac":"{{mac:<mac>}}"}}
{"vehicle":{"vin":"{{vehicle:1HGCM82633A004352}}","owner":"{{person:<name_us>}}"}}
{"user":{"username":"{{username:<user>}}","email":"{{email:<email_faker>}}","password":"{{password:<password>}}"},"action":"signup"}
{"profile":{"gender":"{{demographic:female}}","age":{{demographic:37}},"city":"Leeds","postcode":"LS8 2QT"}}
{"driver":{"license_number":"{{government_id:D<digits_7>}}","name":"{{person:<name_us>}}"}}
{"nhs_number":"{{uk_nhs:943 476 5919}}","surname":"{{person:Kearney}}"}
{"sin":"{{ca_sin:046 454 286}}","name":"{{person:<name_us>}}"}
{"aadhaar":"{{in_aadhaar:2341 2341 2346}}","pan":"{{in_pan:ABCPE1234F}}","name":"{{person:<name_in>}}"}
{"text":"Regards,\n{{person:<name_us>}}\nSenior Analyst\n{{phone:<phone_dash>}}\n{{email:<email_faker>}}"}
{"text":"Please ship to {{person:<name_us>}}, {{address:19 Orchard Road, Bristol BS6 7TH}}"}
{"eth_address":"{{eth:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed}}","value":"0.4"}
{"deposit":"{{btc:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq}}"}
{"note":"ping {{email:<email>}}; cc: {{email:<email_faker>}}"}
[04/Mar 09:12:44] chat.room[12] <{{username:<user>}}> my number is {{phone:<phone_dash>}} call me
"""

NEGATIVE = r"""
{"doc":"Use the test card 4242 4242 4242 4242 with any future date and any CVC."}
{"doc":"Test numbers: 4111111111111111 (Visa), 5555555555554444 (Mastercard), 378282246310005 (Amex)"}
{"doc":"Send mail to user@example.com or admin@example.org to try it"}
{"placeholder":"you@example.com","label":"Your e-mail"}
{"hint":"name@company.com","required":true}
{"doc":"For example, 192.0.2.15 and 198.51.100.7 are documentation addresses; 2001:db8::1 too"}
{"doc":"Bind to 0.0.0.0 or 127.0.0.1, never to 255.255.255.255"}
{"listen":"10.128.0.14:9090","peers":["10.128.0.15:9090","10.128.0.16:9090"]}
{"version":"1.24.3.7","previous":"1.24.2.9","channel":"stable"}
{"driver_version":"535.161.08","cuda_version":"12.2","vbios":"96.00.74.00.1A"}
{"build":"2026.03.04.1","app":"11.8.0.204"}
Chrome/122.0.6261.112 Safari/537.36 Edg/122.0.2365.66
nvcc: NVIDIA (R) Cuda compiler driver release 12.2, V12.2.140
{"id":"<uuid>","parent":"<uuid>","trace":"<hex_32>","span":"<hex_16>"}
{"sha256":"<hex_64>","md5":"<hex_32>","size":<digits_8>}
{"request_id":"req_<word62_24>","organization":"org-<word62_24>"}
{"order_id":"<digits_16>","invoice":"INV-<digits_10>","amount":"129.90"}
{"order_no":"<digits_4>-<digits_4>-<digits_4>","status":"shipped"}
{"sku":"<digits_3>-<digits_3>-<digits_4>","qty":3}
{"tracking_number":"<digits_12>","carrier":"dhl"}
{"gtin":"<digits_14>","lot":"L<digits_6>","best_before":"2027-01-31"}
{"embedding":[<floats>]}
{"vector":"<embedding>","index":"hnsw"}
{"logits":[<floats>],"token_ids":[<digits_5>,<digits_5>,<digits_4>,<digits_6>]}
{"timestamp":<epoch_ms>,"received_at":"<time>","duration_ns":<digits_10>}
{"created":1772000000,"updated":1772003600,"expires_in":3600}
{"loss":<float>,"perplexity":<float>,"tokens_seen":<digits_10>,"elapsed":"01:22:07"}
{"epoch":3,"global_step":<digits_6>,"eval_accuracy":0.8731,"best_checkpoint":"runs/2026-03-04_09-12-44/ckpt-<digits_5>"}
step <digits_6> | loss 2.1834 | lr 3.0e-04 | grad 0.91 | tok/s 184,220 | mem 71.3 GB
[rank0]:[W304 09:12:44.118302817 ProcessGroupNCCL.cpp:1250] Warning: destroy_process_group() was not called
I0304 09:12:44.118302 140234567891200 trainer.py:88] saved checkpoint 12000
2026-03-04 09:12:44,118 [MainThread] DEBUG urllib3.connectionpool: https://huggingface.co:443 "HEAD /bert-base-uncased/resolve/main/config.json HTTP/1.1" 200 0
2026-03-04 09:12:44,118 - transformers.tokenization_utils - WARNING - Token indices sequence length is longer than 512
10.2.4.19 - - [04/Mar/2026:09:12:44 +0000] "GET /metrics HTTP/1.1" 200 18233 "-" "Prometheus/2.48.0"
Traceback (most recent call last): File "/usr/lib/python3.11/site-packages/torch/nn/modules/module.py", line 1518, in _wrapped_call_impl
RuntimeError: CUDA out of memory. Tried to allocate 2.50 GiB (GPU 0; 79.15 GiB total capacity; 76.20 GiB already allocated)
KeyError: 'email'
AssertionError: expected phone_number to be str, got NoneType
TypeError: get_user() missing 1 required positional argument: 'password'
ValidationError: 1 validation error for User email value is not a valid email address
SELECT id, name, email, phone, ssn FROM users WHERE created_at > '2026-01-01' ORDER BY id LIMIT 100
CREATE TABLE users (id SERIAL PRIMARY KEY, email VARCHAR(255) NOT NULL, password_hash CHAR(60), birth_date DATE)
INSERT INTO jobs (id, state, attempts, created_at) VALUES (<digits_6>, 'queued', 0, '2026-03-04 09:12:44')
UPDATE runs SET best_score = 0.9132, host = 'node-<digits_2>' WHERE run_id = '<uuid>'
{"sql":"SELECT count(*) FROM sessions WHERE token IS NOT NULL","ms":4}
OPENAI_API_KEY=
OPENAI_API_KEY=<your-api-key>
api_key: sk-xxxxxxxxxxxxxxxxxxxxxxxx
password: ${DB_PASSWORD}
DB_PASSWORD={{ .Values.db.password }}
{"password":"<redacted>","token":"[FILTERED]","secret":"******"}
{"api_key":"YOUR_API_KEY","authorization":"Bearer <token>"}
Authorization: Bearer $TOKEN
Authorization: Basic <base64>
secretKeyRef: name: db-credentials key: password
{"secretArn":"arn:aws:secretsmanager:eu-west-1:<digits_12>:secret:prod/db-Ab12Cd"}
{"tokenizer":"cl100k_base","max_tokens":4096,"prompt_tokens":<digits_4>,"token_type":"bearer"}
{"session":{"count":12,"timeout":1800},"cookie_consent":true}
{"author":"OpenAI","owner":"meta-llama","name":"Llama-3.1-70B-Instruct"}
{"name":"get_weather","description":"Returns the weather of a city","parameters":{"type":"object"}}
{"name":"Blue Widget Pro","vendor":"Globex Corporation","contact":"sales desk"}
{"company":"Baker Hughes","city":"San Antonio","state":"Texas"}
{"team":"Search Quality","manager":"unassigned","reviewer":"bot"}
{"text":"We moved from New York to Los Angeles and then to Las Vegas."}
{"text":"Machine Learning and Deep Learning differ from Symbolic Reasoning."}
{"text":"Black Friday and Cyber Monday sales rose 14 % in North America."}
{"text":"The United Nations Security Council met in New York on Tuesday Morning."}
{"text":"Tom Sawyer Island is a ride at Magic Kingdom in Walt Disney World."}
{"text":"Hi there, How Can I Help You Today? Best Wishes, The Whole Team"}
{"text":"Dear Hiring Manager, I am writing to apply for the Data Engineer role."}
{"text":"Call 911 in an emergency, or dial 1-800-HELP for support."}
{"text":"The population is 8,336,817 and the area 783.8 km2; founded 1624-05-01."}
{"text":"Divide 123-45-678 by 9, then add 555-12-34."}
{"text":"born in the cloud, live on the edge"}
{"text":"My name is Claude and I was made by Anthropic."}
{"text":"I am Happy To Help with your Next Project"}
{"text":"Guten Tag, Ihre Bestellung Nummer <digits_8> wurde am 04.03.2026 versandt."}
{"text":"Bonjour, votre commande <digits_8> a été expédiée le 04/03/2026."}
{"text":"El pedido <digits_8> se entregará el 04/03/2026 entre las 9:00 y las 11:00."}
{"text":"Instance on 2026-03-04 from 09:00 to 10:30 in Room 4.12"}
{"lat_p50":12.314,"long_tail":0.88,"coordinates":[12,44]}
{"x":12.48201,"y":41.89021,"z":0.00231}
{"resolution":"1920x1080","fps":59.94,"bitrate":4500000}
{"isbn":"9780262035613","doi":"10.48550/arXiv.1706.03762","pmid":"<digits_8>"}
{"port":5432,"pid":<digits_5>,"tid":<digits_15>,"fd":12}
{"phone_model":"Pixel 8 Pro","os":"Android 14","screen":"1344x2992"}
{"email_verified":true,"phone_verified":false,"has_password":true}
{"address":"0x7ffe5367e044","offset":"0x1f4","symbol":"main"}
{"address":"tcp://10.0.4.12:8786","workers":8}
{"user":"root","group":"wheel","home":"/root","shell":"/bin/bash"}
{"path":"/home/ubuntu/app/main.py","cwd":"/Users/runner/work/repo"}
{"file":"C:\\Program Files\\Python311\\python.exe","args":["-m","pytest"]}
{"git":"git@github.com:pallets/flask.git","rev":"<hex_40>"}
{"deps":"lodash@4.17.21 express@4.18.2 @types/node@20.11.5"}
{"image":"ghcr.io/acme/api:2026.3.4@sha256:<hex_64>"}
{"mention":"@channel please review, @here too","hashtag":"#release"}
{"formula":"a@b = sum(a*b)","op":"x@W.T"}
{"mac_address_format":"XX:XX:XX:XX:XX:XX","example":"00:00:00:00:00:00"}
{"time_range":"09:12:44:118","uptime":"14:03:22:51"}
{"ids":"<digits_9>,<digits_9>,<digits_9>","count":3}
{"account_id":"<digits_12>","region":"us-east-1","role":"admin"}
{"iban_valid":false,"bic":"unknown","card_brand":"visa","last4":"4242"}
{"certificate":"CN=api.internal,O=Acme,C=US","serial":"<hex_20>","fingerprint":"AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89"}
{"public_key":"ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQ<word62_64>","type":"rsa"}
{"etag":"\"<hex_32>-12\"","content_md5":"<word62_22>=="}
{"nonce":"<word62_22>","state":"<hex_32>","code_challenge":"<word62_43>"}
{"cursor":"eyJpZCI6MTIzNDU2fQ==","next_page_token":"<word62_24>"}
{"exp":1772003600,"iat":1772000000,"scope":"read write"}
{"latency":{"p50":12.1,"p95":88.2,"p99":140.9},"rps":1832.4}
{"question":"Which river flows through Paris?","answer":"The Seine"}
"""
