"""A second set of templates, written after the rules were corrected on the first: what it found first is in the results.

The marks are those of :mod:`tests.bench.pii_templates`.
"""

from __future__ import annotations

POSITIVE = r"""
{"evt":"kyc.submitted","applicant":{"legal_name":"{{person:<name_es>}}","date_of_birth":"{{dob:<birth>}}","tax_id":"{{government_id:<digits_9>}}","residential_address":"{{address:Calle de Alcalá 132, 28009 Madrid}}"}}
{"ctx":{"user":{"id":<digits_5>,"email_address":"{{email:<email>}}","display_name":"{{person:<name_en>}}","last_ip":"{{ip:<ip>}}"}},"event":"session_start"}
{"webhook":"twilio","From":"{{phone:+14155550148}}","To":"{{phone:+442079460958}}","Body":"STOP"}
Jan 12 08:14:02 mail postfix/smtp[1204]: 4F2A1: to=<{{email:<email>}}>, relay=mx1.internal[10.2.0.9]:25, status=sent
Jan 12 08:14:02 vpn openvpn[77]: {{ip:<ip>}}:51820 peer info: IV_VER=2.6.8
{"msg":"OTP for {{phone:<phone_intl>}} is <digits_6>","ttl":300}
{"level":"warn","msg":"card ending 4242 declined, full pan {{credit_card:<card>}} leaked by merchant"}
{"review":"The nurse, {{person:<name_en>}}, was lovely. Call my daughter on {{phone:<phone_us>}} if anything changes."}
{"review":"Bitte rufen Sie Frau {{person:<name_de>}} zurück: {{phone:<phone_de>}}"}
{"mail":{"from":"\"{{person:<name_pl>}}\" <{{email:<email>}}>","subject":"Re: faktura"}}
{"dialog":[["user","my social is {{us_ssn:<ssn>}} and dob {{dob:<birth>}}"],["bot","Thanks!"]]}
{"prompt":"Rewrite: 'Sincerely, {{person:<name_fr>}}, {{address:14 rue des Lilas}}, Lyon'","n":1}
{"transcript":"agent: may I have your full name? customer: yes, {{person:<name_it>}}. agent: and your e-mail? customer: {{email:<email>}}"}
{"ssn_last4":"1234","ssn":"{{us_ssn:<ssn>}}","member_id":"{{mrn:XJH<digits_8>}}"}
{"shipping_address":{"name":"{{person:<name_nl>}}","address1":"{{address:Keizersgracht 421}}","postal_code":"1016 EK","phone":"{{phone:<phone_intl>}}"}}
{"headers":{"Cookie":"_ga=GA1.2.<digits_9>.<digits_9>; session={{session_id:<alnum_40>}}","X-Forwarded-For":"{{ip:<ip>}}, 10.0.0.4"}}
{"headers":{"authorization":"Basic {{bearer_token:ZGVwbG95OnMzY3IzdFBhc3N3b3JkIQ==}}"}}
DATABASE_URL=postgresql+asyncpg://app:{{url_password:<word62_18>}}@10.0.3.7/prod
export AWS_SECRET_ACCESS_KEY={{aws_secret_key:<word62_40>}}
2026/02/10 13:55:36 [error] 31#31: *8841 upstream timed out, client: {{ip:<ip>}}, server: api.example.org, request: "GET /u/{{email:<email>}}/avatar HTTP/1.1"
{"k8s_secret":{"data":{"api-key":"{{generic_secret:<secret>}}"}},"kind":"Secret"}
{"exc":"requests.exceptions.HTTPError: 401 for url: https://api.vendor.io/v1/items?api_key={{generic_secret:<secret>}}&page=2"}
{"event":"ride.completed","pickup":{"latitude":{{geo:<lat>}},"longitude":{{geo:<long>}}},"driver_name":"{{person:<name_tr>}}"}
{"insurance":{"policyNumber":"<digits_10>","insuredName":"{{person:<name_de>}}","birthdate":"{{dob:<birth_dotted>}}"}}
{"note":"Wire to {{iban:<iban_de>}} (beneficiary {{person:<name_de>}}) failed"}
{"q":"I'm {{person:<name_en>}}, born {{dob:March 3, 1971}}, passport {{passport:L8<digits_7>}}. Am I eligible?"}
{"login":{"username":"{{username:<user>}}","password":"{{password:<password>}}"},"ok":false}
{"form":"name={{person:Harriet+Boyle}}&email={{email:karin7%40gmx.at}}&tel={{phone:%2B41791234567}}"}
{"git":{"author":"{{person:<name_en>}} <{{email:<email>}}>","sha":"<sha>"}}
{"xml":"<customer><name>{{person:<name_pt>}}</name><mail>{{email:<email>}}</mail></customer>"}
{"csv":"id,name,email\n17,{{person:<name_en>}},{{email:<email>}}\n"}
{"yaml":"user:\n  email: {{email:<email>}}\n  password: {{password:<password>}}\n"}
{"embedding_input":"Contact: {{person:<name_es>}} / {{phone:+34 612 345 678}} / {{email:<email>}}"}
{"visa":{"surname":"{{person:Kaczmarek}}","passport_number":"{{passport:EK4829137}}","nationality":"POL"}}
{"text":"Born in the USA is a 1984 album by {{person:Bruce Springsteen}}"}
"""

NEGATIVE = r"""
{"evt":"cache.hit","key":"user:<digits_6>:profile","ttl":300}
{"evt":"lock","owner":"worker-<digits_2>","token_bucket":<digits_2>}
{"span":{"trace_id":"<hex_32>","name":"GET /users/{id}","attributes":{"http.status_code":200}}}
{"sql":"SELECT email, phone FROM users WHERE id = $1","params":[<digits_6>]}
{"graph":"query { user(id: <digits_5>) { name email phone } }"}
{"tool":"calculator","expression":"<digits_3>-<digits_3>-<digits_4>","result":<float>}
{"range":"bytes <digits_9>-<digits_9>/<digits_10>","status":206}
{"gpu":"NVIDIA H100 80GB HBM3","bus":"00000000:1B:00.0","uuid":"GPU-<uuid>"}
{"msg":"listening on 0.0.0.0:8080 and [::]:8443"}
{"dns":{"server":"10.0.0.2","query":"api.internal","ttl":30}}
{"semver":"10.4.12","node":"v20.11.1","npm":"10.2.4"}
{"titles":["Attention Is All You Need","Deep Residual Learning","Adam Optimizer"]}
{"products":["Blue Denim Jacket","Summer Cotton Dress","Leather Ankle Boots"]}
{"label":"Golden Retriever","score":<float>,"box":[12,44,310,222]}
{"locations":["San Diego","Buenos Aires","Cape Town","Hong Kong"]}
{"teams":"Real Madrid beat Manchester United 3 - 1 on Saturday"}
{"text":"The Supreme Court ruled on Monday that Section 230 applies."}
{"text":"Dear Customer, Your order has shipped. Best Regards, Support Team"}
{"text":"Hi Team, please review Pull Request 441 before Release Candidate 2"}
{"text":"Patient Portal login is unavailable; see Status Page"}
{"text":"version 2.10.7.1 of the driver, build 19045.3930"}
{"text":"Room 214, Floor 3, Building C"}
{"text":"use 12 GPUs with 80 GB each; batch 4096 x 2048 tokens"}
{"id":"chatcmpl-<word62_29>","object":"chat.completion","created":<epoch_ms>}
{"ids":["run_<word62_24>","msg_<word62_24>","toolu_01<word62_22>"]}
{"image":"data:image/png;base64,<embedding>"}
{"fingerprint":"SHA256:<word62_43>","alg":"ed25519"}
{"invoice":"2026-<digits_6>","po":"<digits_10>","vat":19}
{"barcode":"<digits_12>","weight":"12.50 kg","dims":"30x20x10"}
{"timing":"start 13:55:36.120 end 13:55:41.992 total 5.872"}
{"rng":[<digits_10>,<digits_10>,<digits_10>],"seed":1234}
{"lat_ms":<float>,"long_poll":true,"location":"eu-west-1b"}
{"step":"user_name_validation","password_policy":"min 12 chars","secret_rotation_days":90}
{"auth":"none","authorization":"required","token":"expired"}
{"session_count":<digits_3>,"card_type":"visa","phone_verified":true}
{"first":1,"last":20,"total":<digits_4>,"name":"page"}
{"user":"anonymous","owner":"platform-team","client":"python-sdk/1.4.2"}
{"name":"Weekly Sales Report","author":"Analytics Bot","subject":"Quarterly Results"}
{"contact":"Customer Support","sender":"Billing System","customer":"Acme Corporation"}
"""
