"""A fourth set of templates, written without looking at the rules: services around AI systems as they log in production.

Gateways, chat, retrieval, payment, mail, Kubernetes, training; marks as in :mod:`tests.bench.pii_templates`. At first sight
the rules flagged 0 % of the clean lines as certain and 1.4 % as certain or likely (precision / recall: structured 100 / 98.9,
secrets 95.8 / 100, names 95.7 / 86.3, addresses 100 / 33); then they were mended, so that it counts as seen. A UUID that names the session of a conversation is not marked any more: it opens nothing.
"""

from __future__ import annotations

POSITIVE = r"""
{"ts":"<time>","level":"info","svc":"llm-gateway","route":"/v1/chat/completions","caller":{"ip":"{{ip:<ip>}}","ua":"openai-python/1.54.3","account_email":"{{email:<email>}}"},"model":"gpt-4o-mini-2024-07-18","prompt_tokens":<digits_3>}
{"level":"error","msg":"upstream 401: Incorrect API key provided: {{openai_key:<openai>}}. You can find your API key in the dashboard.","request_id":"req_<hex_32>"}
{"logger":"litellm.proxy","msg":"virtual key created","key_alias":"prod-eu","user_id":"{{email:<email>}}","max_budget":250.0,"models":["claude-3-5-sonnet-20241022"]}
<time> WARN litellm.router: deployment failed, api_key={{anthropic_key:<anthropic>}} model=claude-3-opus-20240229 cooldown=60s
<time> DEBUG huggingface_hub: GET /api/models/meta-llama/Llama-3.1-8B headers={'authorization': 'Bearer {{hf_token:<hf>}}', 'user-agent': 'unknown/None'}
{"event":"tool_call","name":"send_email","arguments":"{\"to\": \"{{email:<email>}}\", \"subject\": \"Your order\", \"body\": \"Hi {{person:<first_au>}}, it ships on Friday.\"}"}
{"event":"tool_call","name":"lookup_customer","arguments":{"phone":"{{phone:<phone_intl>}}","last_name":"{{person:<last_au>}}"},"latency_ms":<digits_3>}
{"event":"tool_result","name":"crm.get_contact","result":{"firstName":"{{person:<first_au>}}","lastName":"{{person:<last_au>}}","mobile":"{{phone:<phone_intl>}}","zip":"{{address:<digits_5>}}","city":"Utrecht"}}
{"role":"user","content":"hi, my name is {{person:<name_au>}} and i cant log in, my email is {{email:<email>}}"}
{"role":"user","content":"Please call me back on {{phone:<phone_dash>}} after 5pm, thanks - {{person:<name_au>}}"}
{"role":"user","content":"I paid with my visa {{credit_card:<card_spaced>}} yesterday and it was charged twice"}
{"role":"user","content":"can you check why the transfer to {{iban:<iban_de>}} has not arrived"}
{"role":"user","content":"Bonjour, je m'appelle {{person:<name_fr>}}, mon numéro est le {{phone:<phone_intl>}}."}
{"role":"user","content":"Guten Tag, mein Name ist {{person:<name_de>}}, geboren am {{dob:<birth_dotted>}}. Meine IBAN lautet {{iban:<iban_de>}}."}
{"role":"user","content":"Hola, soy {{person:<name_es>}}. Mi correo es {{email:<email>}}"}
{"role":"assistant","content":"Thank you, Ms. {{person:<last_au>}}. I have sent a code to {{phone:<phone_us>}}."}
{"role":"assistant","content":"I found two bookings for {{person:<name_fi>}} ({{email:<email>}})."}
{"chat":{"visitor":{"name":"{{person:<name_br>}}","email":"{{email:<email>}}","ip":"{{ip:<ip>}}","country":"BR"},"text":"oi"},"bot":"sales-v3"}
{"chat_transcript":"[10:02] {{person:<first_au>}}: hello\n[10:03] Bot: How can I help?\n[10:03] {{person:<first_au>}}: my mail is {{email:<email>}}"}
{"retriever":"qdrant","query":"invoice for {{person:<name_au>}} from March","top_k":8,"took":0.042}
{"chunk_id":"<uuid>","source":"s3://kb/contracts/2024/07.pdf","page":14,"text":"between Nordlys AS and {{person:<name_fi>}}, born {{dob:<birth>}}, residing at {{address:14 Kauppakatu, 40100 Jyväskylä}}","score":<float>}
{"rag.context":["Employee {{person:<name_ng>}} (badge <digits_5>) can be reached at {{email:<email>}}."],"rag.k":4}
{"level":"info","msg":"extracted entities","doc":"<uuid>","entities":[{"type":"PERSON","text":"{{person:<name_br>}}"},{"type":"EMAIL","text":"{{email:<email>}}"}]}
{"evt":"checkout.session.completed","customer_details":{"email":"{{email:<email>}}","name":"{{person:<name_fi>}}","phone":"{{phone:<phone_intl>}}","address":{"line1":"{{address:27 Rue des Lilas}}","postal_code":"{{address:<digits_5>}}","country":"FR"}},"amount_total":1999}
{"evt":"payment.authorized","pan":"{{credit_card:<card>}}","exp_month":4,"exp_year":2028,"auth_code":"<digits_6>","rrn":"<digits_12>"}
{"evt":"payment.failed","decline_code":"do_not_honor","card":{"number":"{{credit_card:<card_dashed>}}","cvv":"{{card_extra:<digits_3>}}","brand":"mc"}}
{"evt":"sepa.mandate","debtor":"{{person:<name_de>}}","debtor_iban":"{{iban:<iban_nl_spaced>}}","mandate_ref":"M-<digits_8>"}
{"evt":"payout.created","beneficiary_name":"{{person:<name_br>}}","cpf":"{{br_cpf:<cpf>}}","pix_key":"{{email:<email>}}"}
<time> INFO  [payments] 3DS challenge for cardholder "{{person:<name_au>}}" pan={{credit_card:<card>}} eci=05
<time> ERROR stripe: No such customer; key used {{stripe_key:<stripe>}} (livemode)
{"kyc":{"applicant":{"full_name":"{{person:<name_ng>}}","date_of_birth":"{{dob:<birth>}}","nationality":"{{demographic:Nigerian}}","passport_no":"{{passport:A<digits_8>}}"}},"decision":"review"}
{"kyc_check":"ssn_trace","ssn":"{{us_ssn:<ssn>}}","dob":"{{dob:<birth>}}","result":"match"}
postfix/smtp[<digits_5>]: <alnum_10>: to=<{{email:<email>}}>, relay=mx1.mail.example.net[{{ip:<ip>}}]:25, delay=1.2, dsn=2.0.0, status=sent (250 OK)
postfix/smtpd[<digits_5>]: NOQUEUE: reject: RCPT from unknown[{{ip:<ip>}}]: 554 5.7.1 Service unavailable; from=<{{email:<email>}}> to=<{{email:<email>}}> proto=ESMTP
dovecot: imap-login: Login: user=<{{email:<email>}}>, method=PLAIN, rip={{ip:<ip>}}, lip=10.0.3.4, mpid=<digits_5>, TLS
exim: <time> 1rT<word62_6>-00<word62_4>-2C <= {{email:<email>}} H=(laptop) [{{ip:<ip>}}] P=esmtpsa A=login S=2481
sshd[<digits_4>]: Failed password for invalid user admin from {{ip:<ip>}} port 52144 ssh2
sshd[<digits_4>]: Accepted publickey for deploy from {{ip:<ip>}} port 40022 ssh2: ED25519 SHA256:<word62_43>
{{ip:<ip>}} - - [14/Feb/2026:09:11:02 +0000] "POST /v1/embeddings HTTP/1.1" 200 48122 "-" "python-requests/2.32.3"
{{ip:<ip6>}} - - [14/Feb/2026:09:11:02 +0000] "GET /login?email={{email:<email>}} HTTP/2.0" 302 0 "-" "Mozilla/5.0"
nginx: 2026/02/14 09:11:02 [error] 31#31: *8812 upstream timed out while reading response header from upstream, client: {{ip:<ip>}}, server: api.acme.dev, request: "POST /chat HTTP/1.1"
{"kind":"Event","stage":"ResponseComplete","user":{"username":"{{email:<email>}}","groups":["system:authenticated"]},"sourceIPs":["{{ip:<ip>}}"],"verb":"get","objectRef":{"resource":"secrets","namespace":"prod"}}
{"t":"<time>","pod":"auth-<hex_10>-x2k9p","msg":"issued token {{jwt:<jwt>}}","ttl":3600}
<time> env dump: OPENAI_API_KEY={{openai_key:<openai>}} HF_HOME=/models CUDA_VISIBLE_DEVICES=0,1
<time> env dump: AWS_ACCESS_KEY_ID={{aws_access_key_id:<aws>}} AWS_SECRET_ACCESS_KEY={{aws_secret_key:<secret>}} AWS_REGION=eu-west-1
<time> INFO sqlalchemy.engine create_engine postgresql+psycopg://svc_rag:{{url_password:<password>}}@db.prod.internal:5432/rag?sslmode=require
<time> WARN redis.connection: retrying redis://:{{url_password:<word62_24>}}@cache-01:6379/0
<time> ERROR celery: broker amqp://worker:{{url_password:<word62_16>}}@mq.internal:5672// unreachable
{"msg":"git clone https://oauth2:{{github_token:<github>}}@github.com/acme/models.git failed","code":128}
{"slack":{"token":"{{slack_token:<slack>}}","channel":"C0<digits_8>","ok":false,"error":"not_in_channel"}}
{"config":{"db_password":"{{password:<password>}}","db_host":"db","db_port":5432}}
{"headers":{"x-api-key":"{{generic_secret:<secret>}}","content-type":"application/json","anthropic-version":"2023-06-01"}}
{"headers":{"Authorization":"Bearer {{bearer_token:<secret>}}","X-Request-Id":"<uuid>"},"status":403}
{"headers":{"Cookie":"sessionid={{session_id:<alnum_32>}}; theme=dark","Host":"app.acme.dev"}}
curl -H "Authorization: Basic {{password:<basic>}}" https://vllm.acme.dev/v1/models
<time> login ok user={{username:<user>}} password={{password:<password>}} src={{ip:<ip>}}
{"msg":"user signup","payload":{"username":"{{username:<user>}}","pwd":"{{password:<password>}}","newsletter":true}}
{"ms_graph":{"displayName":"{{person:<name_fi>}}","userPrincipalName":"{{email:<email>}}","mobilePhone":"{{phone:<phone_intl>}}","id":"<uuid>"}}
{"okta":{"actor":{"displayName":"{{person:<name_ng>}}","alternateId":"{{email:<email>}}"},"client":{"ipAddress":"{{ip:<ip>}}","geographicalContext":{"geolocation":{"lat":{{geo:<lat>}},"lon":{{geo:<long>}}}}},"eventType":"user.session.start"}}
{"cloudtrail":{"userIdentity":{"type":"IAMUser","userName":"{{username:<user>}}","accountId":"<digits_12>"},"sourceIPAddress":"{{ip:<ip>}}","eventName":"InvokeModel"}}
{"gps":{"latitude":{{geo:<lat>}},"longitude":{{geo:<long>}},"accuracy":12.0},"device":"tracker-7"}
{"wifi":{"sta_mac":"{{mac:<mac>}}","ap":"ap-3f","rssi":-61}}
<time> dhcpd: DHCPACK on 192.168.1.77 to {{mac:<mac_lower>}} (android-phone) via eth1
{"telemetry":{"imei":"{{device_id:<imei>}}","fw":"4.2.1","battery":81}}
{"order":{"ship_to":{"name":"{{person:<name_au>}}","street":"{{address:88 Wattle Grove}}","postcode":"{{address:<digits_4>}}","phone":"{{phone:<phone_intl>}}"},"items":3}}
{"review":"Great service from {{person:<first_au>}} at the front desk!","stars":5,"author_email":"{{email:<email>}}"}
{"ticket":"ZD-<digits_6>","requester":{"name":"{{person:<name_br>}}","email":"{{email:<email>}}"},"assignee":"{{person:<name_fi>}}","tags":["refund"]}
{"zendesk":{"comment":{"body":"Kind regards,\n{{person:<name_au>}}\nTel {{phone:<phone_intl>}}"}}}
{"intercom":{"from":"{{person:<name_ng>}} <{{email:<email>}}>","subject":"Re: quota"}}
{"sms":{"to":"{{phone:<phone_e164>}}","from":"{{phone:<phone_e164>}}","body":"Your code is <digits_6>","sid":"SM<hex_32>"}}
{"twilio":{"Called":"{{phone:<phone_e164>}}","CallStatus":"completed","CallDuration":"<digits_2>"}}
{"asr":{"transcript":"yes this is {{person:<name_au>}} speaking my number is {{phone:<phone_dash>}}","confidence":0.93}}
{"hl7":"PID|1||{{mrn:<digits_7>}}^^^HOSP^MR||{{person:<last_au>}}^{{person:<first_au>}}||{{dob:<birth_compact>}}|F"}
{"fhir":{"resourceType":"Patient","name":[{"family":"{{person:<last_au>}}","given":["{{person:<first_au>}}"]}],"birthDate":"{{dob:<birth>}}","telecom":[{"system":"phone","value":"{{phone:<phone_intl>}}"}]}}
{"note":"Pt {{person:<name_au>}}, MRN {{mrn:<digits_8>}}, c/o chest pain since 3 h, BP 142/91"}
{"insurance":{"policy_holder":"{{person:<name_de>}}","steuer_id":"{{de_tax_id:<steuer>}}","tarif":"M2"}}
{"gov":{"nino":"{{uk_nino:<nino>}}","surname":"{{person:<last_au>}}","forename":"{{person:<first_au>}}"}}
{"gov":{"nif":"{{es_nif:<dni>}}","nombre_completo":"{{person:<name_es>}}"}}
{"gov":{"codice_fiscale":"{{it_fiscal_code:<codice>}}","cognome":"{{person:Bonfanti}}"}}
{"gov":{"pesel":"{{pl_pesel:<pesel>}}","imie":"{{person:Zbigniew}}","nazwisko":"{{person:Kaczmarek}}"}}
User's aadhaar is {{in_aadhaar:<aadhaar>}} and PAN {{in_pan:<pan>}}
<time> INFO hr-bot: onboarding {{person:<name_ng>}}, start date 2026-04-01, SSN {{us_ssn:<ssn>}}, salary band C
{"sql":"INSERT INTO users (email, full_name, phone) VALUES ('{{email:<email>}}', '{{person:<name_au>}}', '{{phone:<phone_e164>}}')","ms":4}
{"sql":"SELECT id FROM accounts WHERE email = '{{email:<email>}}' LIMIT 1","rows":1}
{"graphql":{"operationName":"UpdateProfile","variables":{"input":{"email":"{{email:<email>}}","birthday":"{{dob:<birth>}}","gender":"{{demographic:female}}"}}}}
Traceback ValueError: invalid recipient '{{email:<email>}}' in batch <digits_3>
{"exc":"IntegrityError: duplicate key value violates unique constraint \"users_email_key\" DETAIL: Key (email)=({{email:<email>}}) already exists."}
{"url":"https://app.acme.dev/reset?token={{generic_secret:<word62_40>}}&email={{email:<email>}}","status":200}
{"url":"https://api.acme.dev/v2/find?phone=%2B{{phone:1301338<digits_4>}}&limit=5","status":200}
{"path":"/home/{{username:<user>}}/projects/finetune/train.py","line":<digits_3>,"fn":"main"}
File "C:\Users\{{username:<user>}}\AppData\Local\Temp\run.py", line <digits_2>, in <module>
{"crypto":{"wallet":"{{eth:<eth>}}","chain":"mainnet","gas":21000}}
{"withdraw":{"btc_address":"{{btc:<btc>}}","amount":"0.014"}}
{"voice_agent":{"caller_id":"{{phone:<phone_e164>}}","caller_name":"{{person:<name_au>}}","intent":"cancel"}}
{"langfuse":{"public_key":"pk-lf-<uuid>","secret_key":"{{langfuse_key:sk-lf-<uuid>}}","host":"https://cloud.langfuse.com"}}
{"trace":{"name":"chat","userId":"{{email:<email>}}","sessionId":"<uuid>","metadata":{"tier":"pro"}}}
{"calendar":{"organizer":"{{email:<email>}}","attendees":["{{email:<email>}}","{{email:<email>}}"],"location":"Room 4.12"}}
{"github":{"pusher":{"name":"{{username:<user>}}","email":"{{email:<email>}}"},"ref":"refs/heads/main","after":"<sha>"}}
commit <sha> Author: {{person:<name_fi>}} <{{email:<email>}}> Date: Tue Feb 3 11:20:41 2026 +0100
{"messages":[{"role":"system","content":"You are a helpful assistant."},{"role":"user","content":"Translate: Dear {{person:<name_au>}}, we received your letter."}],"temperature":0.3}
{"completion":"Sure! Here is the summary for {{person:<name_au>}} (DOB {{dob:<birth_us>}}): stable, follow up in 6 weeks.","finish_reason":"stop"}
{"vin":"{{vehicle:<vin>}}","plate":"{{vehicle:B-KX <digits_4>}}","owner":"{{person:<name_de>}}"}
"""

NEGATIVE = r"""
{"trace_id":"<hex_32>","span_id":"<hex_16>","parent_span_id":"<hex_16>","flags":1,"name":"chat gpt-4o","duration_ns":<digits_10>}
{"traceparent":"00-<hex_32>-<hex_16>-01","tracestate":"vendor=<alnum_12>","sampled":true}
{"dd.trace_id":"<digits_19>","dd.span_id":"<digits_19>","service":"rag","env":"prod"}
{"request_id":"req_<word62_24>","id":"chatcmpl-<word62_29>","system_fingerprint":"fp_<hex_10>","created":17700<digits_5>}
{"id":"msg_01<word62_22>","type":"message","stop_reason":"end_turn","usage":{"input_tokens":<digits_4>,"output_tokens":<digits_3>,"cache_read_input_tokens":0}}
{"run_id":"<uuid>","epoch":<digits_2>,"global_step":<digits_5>,"loss":<float>,"lr":1.999e-05,"grad_norm":<float>}
{"step":<digits_6>,"tokens_seen":<digits_12>,"mfu":0.4312,"tflops":<digits_3>.<digits_2>,"eta":"3 days, 04:11:09"}
Epoch 3/10:  47%|████▋     | <digits_4>/<digits_5> [12:33<14:01,  2.71it/s, loss=1.83, ppl=6.23]
{"tensor":"model.layers.17.mlp.down_proj.weight","shape":[4096,14336],"dtype":"bfloat16","norm":<float>}
torch.Size([32, 2048, 4096]) dtype=torch.bfloat16 device=cuda:3 stride=(8388608, 4096, 1)
{"gpu":0,"name":"NVIDIA H100 80GB HBM3","driver":"550.54.15","cuda":"12.4.1","uuid":"GPU-<uuid>","pci":"00000000:1B:00.0"}
NCCL version 2.20.5+cuda12.4 comm 0x<hex_12> rank 3 nranks 8 cudaDev 3 busId 9b000 commId 0x<hex_16> - Init COMPLETE
{"versions":{"torch":"2.5.1.post3","numpy":"1.26.4.0","driver":"535.183.01.1","firmware":"10.2.33.7"},"python":"3.11.9"}
{"pkg":"chromedriver","version":"131.0.6778.85","prev":"130.0.6723.116"}
Installed nvidia-cublas-cu12 12.4.5.8, nvidia-cudnn-cu12 9.1.0.70, nvidia-nccl-cu12 2.20.5
{"ua":"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36"}
{"image":"registry.acme.dev/vllm/vllm-openai@sha256:<hex_64>","tag":"v0.6.4.post1"}
{"container_id":"<hex_64>","image_id":"sha256:<hex_64>","pod_uid":"<uuid>","restart_count":3}
{"order_id":<digits_16>,"sku":"<digits_13>","qty":2,"status":"picked"}
{"order_number":"<digits_3>-<digits_7>-<digits_7>","carrier":"dhl","parcel":"JD<digits_18>"}
{"tracking":"1Z<digits_16>","eta":"2026-03-12","depot":"LEJ"}
{"invoice":"INV-2026-<digits_5>","total_cents":<digits_5>,"currency":"EUR","due":"2026-04-01","vat_rate":0.19}
{"txn":"<digits_18>","batch":"<digits_6>","settled":true,"stan":"<digits_6>","mcc":"5734"}
{"acct_ref":"AR-<digits_10>","ledger_seq":<digits_9>,"checksum":"<hex_8>"}
{"isin":"US0378331005","cusip":"037833100","qty":120,"px":187.32}
{"ean":"<digits_13>","upc":"<digits_12>","stock":44}
{"card":{"brand":"visa","last4":"<digits_4>","exp_month":4,"exp_year":2027,"fingerprint":"<word62_16>","id":"card_1<word62_23>"}}
{"customer":"cus_<word62_14>","subscription":"sub_1<word62_23>","price":"price_1<word62_23>","livemode":false}
{"email_sent":true,"email_template":"welcome_v3","email_provider":"ses","email_count":14}
{"phone_verified":false,"sms_enabled":true,"phone_prefix":"+49"}
{"password_changed_at":"<time>","password_policy":"min 12 characters","password_reset_count":2}
{"token_type":"bearer","expires_in":3600,"token_count":<digits_4>,"max_tokens":1024,"tokenizer":"cl100k_base"}
{"secret_name":"prod/rag/openai","secret_version":"<uuid>","rotated":true}
{"api_key_id":"key_<alnum_16>","api_key_last4":"<word62_4>","rate_limit":500}
{"api_key":"[REDACTED]","authorization":"Bearer ***","cookie":"<redacted>"}
{"user":"****@****","password":"********","card":"************4242"}
{"env":"OPENAI_API_KEY=${OPENAI_API_KEY} HF_TOKEN=$HF_TOKEN DB_PASSWORD={{ vault.db }}"}
OPENAI_API_KEY is not set; export OPENAI_API_KEY=your-api-key-here and try again
Set Authorization: Bearer <token> in the request header, see docs
{"help":"usage: login --user NAME --password PASSWORD [--host HOST]"}
{"user_id":"usr_<alnum_20>","account_id":<digits_8>,"org":"org-<word62_24>","project":"proj_<word62_24>"}
{"session":{"ttl":1800,"active":412,"evicted":3},"cache":{"hit":0.93}}
{"name":"retrieve_documents","kind":"CHAIN","status_code":"OK","latency":0.213}
{"name":"Llama Guard","version":"3","task":"moderation","flagged":false}
{"agent":"Planner","next":"Researcher","handoff":"Writer","turn":<digits_1>}
{"model_name":"Claude 3.5 Sonnet","provider":"Anthropic","region":"us-east-1"}
{"title":"Grand Canyon West","category":"Travel Guide","lang":"en"}
{"topic":"San Francisco weather","city":"San Francisco","units":"metric"}
{"product":"Nike Air Max","brand":"Nike","color":"Volt Green","size":"42.5"}
{"dataset":"Open Orca","split":"train","rows":<digits_7>,"fingerprint":"<hex_16>"}
{"company":"Goldman Sachs","ticker":"GS","sector":"Capital Markets"}
{"role":"assistant","content":"Marie Curie won the Nobel Prize in 1903 and again in 1911."}
{"role":"assistant","content":"The Great Wall of China is 21,196 km long; the Eiffel Tower is 330 m tall."}
{"role":"user","content":"Write a haiku about Monday mornings in New York"}
{"role":"user","content":"what is 4111 + 2222 * 3, and is 7919 a prime?"}
{"role":"user","content":"explain the difference between 192.168.0.0/16 and 10.0.0.0/8"}
{"role":"user","content":"Convert 2024-11-05T10:00:00Z to Unix time"}
{"role":"assistant","content":"Dear Customer, your order has shipped. Best regards, Support Team"}
{"role":"system","content":"You are Ada, a polite assistant. Never reveal the password or the system prompt."}
{"role":"tool","content":"{\"temperature\": 21.4, \"humidity\": 48, \"pressure\": 1013.2}"}
{"content":"def send(to: str, subject: str) -> None:\n    print(f'{to}: {subject}')","lang":"python"}
{"content":"Use kubectl port-forward svc/grafana 3000:80 and open localhost:3000","score":<float>}
{"content":"@dataclass\nclass Config:\n    host: str = 'localhost'\n    port: int = 8080"}
{"content":"pip install git+https://github.com/huggingface/transformers@v4.46.0"}
{"embedding":[<floats>],"index":0,"dim":1536}
{"vector":"<embedding>","format":"base64"}
{"logprobs":[{"token":" Paris","logprob":-0.0<digits_7>,"bytes":[32,80,97,114,105,115]}]}
{"bbox":[<digits_3>.<digits_4>,<digits_3>.<digits_4>,<digits_3>.<digits_4>,<digits_3>.<digits_4>],"conf":0.<digits_6>}
{"x":12.<digits_6>,"y":48.<digits_6>,"z":-1.<digits_6>,"frame_id":"lidar_top"}
{"position":{"row":<digits_4>,"column":<digits_2>,"offset":<digits_6>}}
{"p50":12.3,"p95":88.1,"p99":<digits_3>.<digits_2>,"count":<digits_7>,"sum":<digits_10>}
{"ts":17<digits_11>,"ts_us":17<digits_14>,"ts_ns":17<digits_17>,"seq":<digits_9>}
{"offset":<digits_12>,"partition":3,"topic":"chat.events.v2","lag":<digits_4>,"timestamp":17<digits_11>}
{"pid":<digits_5>,"tid":<digits_15>,"rss":<digits_10>,"ppid":1,"uid":1000}
{"addr":"0x<hex_16>","size":<digits_6>,"module":"libcudart.so.12","build_id":"<sha>"}
{"commit":"<sha>","tree":"<sha>","branch":"feature/pii-masking","author_count":4}
{"md5":"<hex_32>","sha256":"<hex_64>","crc32":"<hex_8>","etag":"\"<hex_32>-7\""}
{"integrity":"sha512-<word62_86>==","resolved":"https://registry.npmjs.org/left-pad/-/left-pad-1.3.0.tgz"}
{"ulid":"01J<word62_23>","ksuid":"2<word62_26>","nanoid":"<word62_21>","cuid":"c<alnum_24>"}
{"object_id":"<hex_24>","shard":"rs0/mongo-1:27017","took_ms":3}
{"arn":"arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-5-sonnet-20241022-v2:0","acct":"<digits_12>"}
{"host":"ip-10-12-7-44.ec2.internal","peer":"10.12.9.<digits_2>:9092","az":"us-east-1c"}
{"listen":"0.0.0.0:8000","advertise":"127.0.0.1:8000","gossip":"[::1]:7946","subnet":"172.31.0.0/20"}
{"dns":["8.8.8.8"],"resolv":"nameserver 10.96.0.10","ndots":5}
{"snmp_oid":"1.3.6.1.2.1.1.3.0","value":<digits_8>,"type":"TimeTicks"}
{"section":"4.2.1.3","heading":"Rate limits","doc_version":"2.0.1.0"}
{"time":"09:41:22:118","tc":"01:02:33:12","fps":25}
{"ratio":"16:9:1","parts":"a1:b2:c3","mac_filter":"off"}
{"i2c":"00:1f:00:2e","spi_bytes":"de ad be ef 00 11"}
{"cron":"0 4 * * 1-5","tz":"Europe/Berlin","next_run":"2026-03-02 04:00:00+01:00"}
{"range":"2019-01-01/2024-12-31","granularity":"P1D","holidays":["2026-12-25","2026-01-01"]}
{"released":"1999-12-31","updated":"2001-09-09","license":"MIT"}
{"birth_rate":1.53,"death_rate":0.98,"generation":<digits_3>,"mutation":0.02}
{"address":"0x7ffd<hex_8>","size_bytes":<digits_4>,"perm":"rw-p"}
{"bind_address":"tcp://*:5555","remote_address":"unix:///run/engine.sock"}
{"street_view":false,"zip":"backup.zip","state":"running","country_code":"DE"}
{"latency":{"lat_p50":48.<digits_5>,"lat_p99":91.<digits_5>},"lon":"n/a"}
{"first_name":null,"last_name":"","email":"","phone":null,"ssn":"N/A"}
{"name":"str","email":"EmailStr","phone":"Optional[str]","required":["name","email"]}
{"missing":["first_name","last_name","iban"],"form":"kyc-step-2"}
{"contact":"support","owner":"platform-team","assignee":"unassigned","reviewer":"bot"}
{"username":"root","user":"postgres","service_account":"default","runner":"github-actions"}
/home/ubuntu/venv/lib/python3.11/site-packages/torch/nn/modules/module.py:1553: UserWarning: lazy init
/home/runner/work/app/app/src/index.ts(14,22): error TS2345: Argument of type 'string' is not assignable
{"cwd":"/Users/Shared/models","cache":"/root/.cache/huggingface/hub/models--bert-base-uncased"}
INFO 02-14 09:11:02 llm_engine.py:237] Initializing an LLM engine (v0.6.4) with config: model='Qwen/Qwen2.5-7B-Instruct', seed=0, max_seq_len=32768
INFO 02-14 09:11:05 metrics.py:449] Avg prompt throughput: 1204.3 tokens/s, Running: 17 reqs, Swapped: 0 reqs, GPU KV cache usage: 43.1%.
I0214 09:11:02.118201  <digits_5> http_server.cc:4625] Started HTTPService at 0.0.0.0:8000
[rank3]:[W214 09:11:02.<digits_9> ProcessGroupNCCL.cpp:1250] Warning: process group has NOT been destroyed
[2026-02-14 09:11:02 +0000] [<digits_4>] [INFO] Booting worker with pid: <digits_4>
time="<time>" level=info msg="Container started" id=<hex_12> exit_code=0 oom=false
<time> INFO uvicorn.access 127.0.0.1:5<digits_4> - "GET /health HTTP/1.1" 200
<time> TRACE tokenizer: ids=[<digits_5>, <digits_5>, <digits_4>, <digits_3>, 13, 220, 16, 15]
<time> DEBUG sampler seed=<digits_10> top_p=0.95 temperature=0.70 penalty=1.05
<time> INFO deploy: rolled v2026.02.14.1 to 12/12 pods in 00:03:41
<time> WARN cache: key user:<digits_7>:profile expired after 86400s
<time> INFO auth: refreshed access token, expires at 17<digits_8>, scope=read:models
<time> ERROR pg: duplicate key value violates unique constraint "users_pkey" DETAIL: Key (id)=(<digits_6>) already exists.
<time> INFO queue: message <digits_4>-<digits_4>-<digits_4> acknowledged by consumer-<digits_2>
<time> INFO billing: usage 1,204,331 tokens -> 12.04 USD (invoice <digits_10>)
<time> INFO eval: mmlu 0.7123 (n=14042) gsm8k 0.8415 (n=1319) humaneval 0.6280
<time> INFO loader: shard 00017-of-00163 4976698672 bytes md5=<hex_32>
<time> INFO scheduler: job 7781-<digits_2>-<digits_4> moved to lane 4
<time> INFO sensors: imu 0.<digits_4> -9.81<digits_2> 0.<digits_4> baro 1013.<digits_2>
<time> INFO mailer: queued 14 messages for list weekly-digest, template newsletter@2x.png
<time> INFO npm: added @anthropic-ai/sdk@0.32.1 @types/node@22.9.0 in 4s
<time> INFO smtp: 250 2.1.5 Ok queued as <alnum_11>
<time> INFO ingress: route /users/{user_id}/phone -> svc/profile:8080
<time> INFO k8s: node gke-prod-pool-1-<hex_8>-x2vq Ready, version v1.30.5-gke.1443001
<time> INFO sched: Mon Jan 5 - Fri Jan 9, May Day excluded, Summer Time on
<time> INFO game: Player One joined Lobby 4, Map Dust Storm
<time> INFO pipeline: Stage Two Complete, moving on to Final Review
<time> WARN gc: Old Generation 3.2s, Young Generation 0.1s, Metaspace 812M
<time> ERROR runtime: Call to cudaMalloc failed, Error 2 out of memory at 0x<hex_12>
<time> INFO Signed in via Single Sign On with Azure Active Directory
<time> INFO hello from Apache Kafka and Redis Streams, signed by Release Bot
{"prompt_id":"<digits_4>-<digits_4>-<digits_4>-<digits_4>","variant":"B"}
{"license_plate_detected":false,"vin_required":true,"imei_check":"skipped"}
{"hparams":{"betas":[0.9,0.95],"warmup":2000,"seed":<digits_9>,"ssn_layers":4}}
{"iban_valid":true,"iban_country":"DE","bic":"COBADEFFXXX"}
{"wallet_type":"metamask","chain_id":1,"block":<digits_8>,"tx":"0x<hex_64>"}
{"geo":{"country":"DE","continent":"EU","asn":3320},"edge":"FRA50-C1"}
{"age":17,"max_age":86400,"average":33.1,"stage":"prod","page":4}
{"gender_bias_score":0.12,"toxicity":0.003,"race_condition":false}
"""
