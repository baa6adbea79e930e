"""The other half of the eighth set, which nobody looked at while the rules were mended on the first.

At first sight (precision / recall): secrets 96.5 / 66.4, names 76.1 / 90.9, structured 77.8 / 87.5; 2.8 % of the clean lines were
flagged as certain and 6.8 % as certain or likely. With the rules mended on the other half only: secrets 96.9 / 74.0, names
83.6 / 90.9; 1.7 and 5.1 %. Most keys that were missed have a form that only their vendor's list tells; those lists were read into
the rules afterwards, so that it counts as seen, too.

Marks as in :mod:`tests.bench.pii_templates`; values of :class:`tests.bench.pii_values_keys.KeyValues`.
"""

from __future__ import annotations

POSITIVE = r"""
gitlab-runner: ERROR: Registering runner... forbidden (check registration token) token=glrt-{{generic_secret:<url64_20>}}
fatal: Authentication failed for 'https://gitlab-ci-token:{{generic_secret:glcbt-64_<url64_20>}}@git.contoso.io/ml/rag.git/'
flyctl: using access token {{generic_secret:FlyV1 fm2_lJPECAAAAAAA<base64_120>}} from environment
heroku CLI 9.1 using HEROKU_API_KEY {{generic_secret:HRKU-AA<word62_58>}} (expires never)
SUPABASE_SERVICE_KEY {{generic_secret:sb_secret_<url64_22>_<word62_8>}} loaded from /etc/rag/env
neonctl projects list --api-key {{generic_secret:napi_<alnum_64>}}
newrelic insights insert key {{generic_secret:NRII-<url64_32>}} is not valid for account <digits_7>
dynatrace oneagent: token {{generic_secret:dt0c01.<base32_24>.<base32_64>}} has no scope metrics.ingest
honeycomb: unknown API key {{generic_secret:hcaik_01<alnum_56>}} - check your credentials
buildkite-agent[<digits_4>]: api token {{generic_secret:bkua_<hex_40>}} revoked, agent will not start
circleci: using token {{generic_secret:CCIPAT_<word62_22>_<hex_40>}} for org contoso
jenkins: user ci logged in with api token {{generic_secret:11<hex_32>}} from <inside_ip>
octo push --server https://octopus.contoso.io --apiKey {{generic_secret:API-<upper_26>}} --package rag.1.4.2.zip
oc login --token={{generic_secret:sha256~<url64_43>}} --server=https://api.ocp.contoso.io:6443
kubectl config set-credentials ci --token={{generic_secret:<token_jwt>}}
kubeadm join <inside_ip>:6443 --token {{generic_secret:<alnum_6>.<alnum_16>}} --discovery-token-ca-cert-hash sha256:<hex_64>
vault: login with {{generic_secret:s.<word62_24>}} failed: permission denied
infisical run --token {{generic_secret:st.<hex_24>.<hex_32>.<hex_32>}} -- python serve.py
op: service account token {{generic_secret:ops_eyJ<base64_260>}} rejected
reference token {{generic_secret:cmVmdGtu<word62_56>}} refused by artifactory at line 12
[atlassian] 401 client must be authenticated, token {{generic_secret:ATATT3xFfGF0<url64_170>=<bighex_8>}}
bitbucket clone with app password {{generic_secret:ATBB<word62_32>}} denied, IP not allowlisted
airtable: 403 for {{generic_secret:pat<word62_14>.<hex_64>}} on base app<word62_14>
trello GET /1/members/me?token={{generic_secret:ATTA<hex_64>}}
notion sync: {{generic_secret:secret_<word62_43>}} unauthorized for database <uuid>
hubspot: private app token {{generic_secret:pat-eu1-<uuid>}} missing scope crm.objects.contacts.read
typeform: authenticated using {{generic_secret:tfp_<url64_43>_<url64_15>}}, 3 forms
mailersend 422 for key {{generic_secret:mlsn.<hex_64>}}
resend: API key {{generic_secret:re_<word62_8>_<word62_24>}} is restricted to sending
twilio client init sid=AC<hex_32> token={{generic_secret:<hex_32>}}
paypal capture failed: {{generic_secret:access_token$production$<alnum_16>$<hex_32>}}
square: location request with {{generic_secret:EAAA<url64_60>}} denied
adyen x-api-key {{generic_secret:AQE<base64_120>-<base64_43>=-<word62_16>}} lacks role
{"gateway":"razorpay","key_secret":"{{generic_secret:<word62_24>}}"}
shippo rates error, key {{generic_secret:shippo_live_<hex_40>}}
telegram webhook set: https://api.telegram.org/bot{{generic_secret:<bot>}}/setWebhook?url=https://bot.contoso.io/tg
discord gateway closed 4004 Authentication failed, token was {{generic_secret:MTE<word62_23>.G<word62_5>.<url64_38>}}
POST https://oapi.dingtalk.com/robot/send?access_token={{generic_secret:<hex_64>}} errcode=310000
POST https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={{generic_secret:<uuid>}} errcode 93000
POST https://{{generic_secret:hooks.zapier.com/hooks/catch/<digits_7>/<alnum_7>/}} 200
POST https://prod-<digits_2>.westeurope.logic.azure.com:443/workflows/<hex_32>/triggers/manual/paths/invoke?api-version=2016-10-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig={{generic_secret:<url64_43>}}
GET https://rag-prod.s3.eu-central-1.amazonaws.com/docs/a.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={{generic_secret:ASIA<base32_16>}}%2F20260602%2Feu-central-1%2Fs3%2Faws4_request&X-Amz-Date=20260602T081142Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Signature={{generic_secret:<hex_64>}}
GET https://storage.googleapis.com/contoso-ml/weights.bin?GoogleAccessId=svc&Expires=17<digits_8>&Signature={{generic_secret:<word62_86>%3D%3D}} 200
GET https://d111111abcdef8.cloudfront.net/video.mp4?Expires=17<digits_8>&Signature={{generic_secret:<url64_171>__}}&Key-Pair-Id=K<base32_13> 200
Endpoint=sb://rag-bus.servicebus.windows.net/;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey={{generic_secret:<base64_key>}}
func host: x-functions-key {{generic_secret:<url64_44>AzFu<url64_6>==}} matched function "embed"
acr login contoso.azurecr.io -u contoso -p {{generic_secret:<base64_42>+ACR<base64_6>}}
az devops login --organization https://dev.azure.com/contoso with pat {{generic_secret:<alnum_52>}}
gcloud auth: refresh_token {{generic_secret:1//0<url64_98>}} client 32555940559.apps.googleusercontent.com
google oauth client_secret={{generic_secret:GOCSPX-<url64_28>}} redirect mismatch
qianfan: authorization bce-v3/{{generic_secret:ALTAK-<word62_21>/<hex_40>}} expired
yandex gpt 401 Api-Key {{generic_secret:AQVN<url64_36>}}
oci cli key_file=/home/opc/.oci/key.pem pass_phrase={{generic_secret:<chosen>}}
CF_API_TOKEN={{generic_secret:<url64_40>}} wrangler deploy --env production
tailscale up --authkey={{generic_secret:tskey-auth-k<word62_11>CNTRL-<word62_32>}} --hostname gpu-7
ngrok config add-authtoken {{generic_secret:2<word62_26>_<word62_21>}}
wg set wg0: PrivateKey = {{generic_secret:<base64_key>}}
[mongo atlas] digest auth private_key={{generic_secret:<uuid>}}
aiven: mysql://avnadmin:{{generic_secret:AVNS_<word62_19>}}@rag-contoso.aivencloud.com:<digits_5>/defaultdb?ssl-mode=REQUIRED
elasticsearch request headers: {'authorization': 'ApiKey {{generic_secret:<base64_58>==}}', 'accept': 'application/json'}
confluent: sasl.username=<upper_16> sasl.password={{generic_secret:<base64_64>}}
sk-ant session cookie: sessionKey={{generic_secret:sk-ant-sid01-<url64_86>-<url64_6>AA}}; Path=/
litellm: Authentication Error, Invalid proxy server token passed. Received API Key = {{generic_secret:sk-<word62_22>}}, Key Hash (Token) =<hex_64>
voyage embeddings key {{generic_secret:pa-<url64_43>}} rate limited
browserbase session failed apiKey={{generic_secret:bb_live_<url64_27>}}
modal token set --token-id {{generic_secret:ak-<word62_22>}} --token-secret {{generic_secret:as-<word62_22>}}
dify: app key {{generic_secret:app-<word62_24>}} disabled
assemblyai.settings.api_key = "{{generic_secret:<hex_32>}}"
mem0 add failed key={{generic_secret:m0-<word62_40>}}
braintrust logger key {{generic_secret:bt-st-<word62_48>}} not found
portkey x-portkey-api-key={{generic_secret:<base64_27>=}} virtual key openai-<hex_6>
snyk auth {{generic_secret:<uuid>}}
snowflake.connector.errors.DatabaseError: 250001 (08001): Failed to connect; user=RAG_SVC password='{{generic_secret:<strong>}}' account=xy<digits_5>
DD_API_KEY={{generic_secret:<hex_32>}} DD_APP_KEY={{generic_secret:<hex_40>}} DD_SITE=datadoghq.eu
algolia search client appId=<upper_10> adminKey={{generic_secret:<hex_32>}}
mapbox upload with {{generic_secret:sk.eyJ1Ijoi<word62_60>.<word62_22>}}
alchemy rpc https://eth-mainnet.g.alchemy.com/v2/{{generic_secret:<url64_32>}} 429
infura wss://mainnet.infura.io/ws/v3/{{generic_secret:<hex_32>}} closed 1006
signer loaded, private key 0x{{generic_secret:<hex_64>}}, chain 8453
readme.io key {{generic_secret:rdme_<alnum_70>}}
twitter v2 bearer {{generic_secret:AAAAAAAAAAAAAAAAAAAAA<word62_40>%3D<word62_50>}} suspended
facebook graph error 190 access_token={{generic_secret:EAAG<word62_150>}}
zoom S2S account=<word62_22> client_secret={{generic_secret:<word62_32>}}
amazon LWA client_secret {{generic_secret:amzn1.oa2-cs.v1.<hex_64>}} rotated
+ curl -sSf -u svc_etl:{{generic_secret:<strong>}} https://nexus.contoso.io/repository/pypi/simple
$ mysql -h db-3 -u app -p{{generic_secret:<strong>}} rag < schema.sql
$ mongosh --host mongo-2 --username rag --password {{generic_secret:<strong>}} --eval 'db.stats()'
$ openssl pkcs12 -export -in cert.pem -out cert.p12 -passout pass:{{generic_secret:<strong>}}
$ keytool -list -keystore /etc/kafka/ks.jks -storepass {{generic_secret:<word62_14>}}
$ htpasswd -cb /etc/nginx/.htpasswd admin {{generic_secret:<chosen>}}
$ net use Z: \\nas\models {{generic_secret:<strong>}} /user:CONTOSO\svc_ml
$ rclone config create s3 s3 access_key_id {{generic_secret:AKIA<base32_16>}} secret_access_key {{generic_secret:<aws_secret>}}
$ helm install rag ./chart --set auth.rootPassword={{generic_secret:<strong>}},replicaCount=2
$ echo {{generic_secret:<strong>}} | sudo -S systemctl restart vllm
CREATE USER rag_rw WITH LOGIN PASSWORD '{{generic_secret:<strong>}}';
ALTER ROLE rag_rw PASSWORD '{{generic_secret:<chosen>}}' VALID UNTIL 'infinity'
CREATE SECRET (TYPE S3, KEY_ID '{{generic_secret:AKIA<base32_16>}}', SECRET '{{generic_secret:<aws_secret>}}', REGION 'eu-central-1')
redis.exceptions.ConnectionError: Error 111 connecting to rediss://default:{{generic_secret:<word62_32>}}@cache.contoso.io:6380/0
jdbc:sqlserver://sql-2:1433;databaseName=rag;user=sa;password={{generic_secret:<strong>}};encrypt=true
Server=tcp:rag.database.windows.net,1433;Initial Catalog=rag;User ID=ragadmin;Password={{generic_secret:<strong>}};Encrypt=True;
jdbc:oracle:thin:rag/{{generic_secret:<word62_12>}}@//ora-1:1521/RAGPDB
smtp://{{email:mailer%40contoso.io}}:{{generic_secret:<strong>}}@smtp.contoso.io:587
ftp.login user=ingest pass={{generic_secret:<chosen>}} host=ftp.contoso.io 230 OK
pip install --index-url https://__token__:{{generic_secret:glpat-<url64_20>}}@git.contoso.io/api/v4/projects/7/packages/pypi/simple rag
proxy http://corp\svc:{{generic_secret:<strong>}}@<inside_ip>:3128 refused CONNECT
> Proxy-Authorization: Basic {{generic_secret:<pair>}}
> X-Auth-Token: {{generic_secret:gAAAAAB<url64_120>}}
> PRIVATE-TOKEN: {{generic_secret:<url64_20>}}
> Cookie: _ga=GA1.1.<digits_9>.17<digits_8>; sessionid={{generic_secret:<alnum_32>}}; theme=dark
< Set-Cookie: connect.sid={{generic_secret:s%3A<url64_32>.<word62_43>}}; Path=/; HttpOnly
< Set-Cookie: __Secure-next-auth.session-token={{generic_secret:<token_jwt>}}; Path=/; Secure
{"cookies":{"remember_token":"{{generic_secret:<digits_4>|<hex_128>}}","lang":"de"}}
headers=[(b'host', b'api'), (b'x-api-key', b'{{generic_secret:<word62_40>}}'), (b'accept', b'*/*')]
--> request headers { "Ocp-Apim-Subscription-Key": "{{generic_secret:<hex_32>}}", "Content-Type": "application/json" }
GET /v1/search?q=cats&api_key={{generic_secret:<hex_64>}}&engine=google 200
GET /reset-password?token={{generic_secret:<url64_43>}} 200 41ms
magic link sent: https://app.contoso.io/auth/verify?email_hash=<hex_32>&otp={{generic_secret:<digits_6>}}
config dump: {'db': {'host': 'db-3', 'user': 'rag', 'passwd': '{{generic_secret:<strong>}}'}, 'workers': 4}
  File "/srv/app/settings.py", line 41, in <module>: SECRET_KEY = '{{generic_secret:django-insecure-<word62_50>}}'
Settings(db_host='db-3', db_password='{{generic_secret:<strong>}}', debug=True)
{"body":"{\"username\":\"ops\",\"password\":\"{{generic_secret:<strong>}}\"}","status":401}
{"payload":"{\"data\":\"{\\\"apiKey\\\":\\\"{{generic_secret:<hex_40>}}\\\"}\"}"}
env: {"PATH":"/usr/bin","HOME":"/root","STRIPE_WEBHOOK_SECRET":"{{generic_secret:whsec_<word62_32>}}","TZ":"UTC"}
SMTP_PASS={{generic_secret:<alnum_4> <alnum_4> <alnum_4> <alnum_4>}}
ENV SECRET_KEY_BASE={{generic_secret:<hex_128>}}
apiVersion: v1<nl>kind: Secret<nl>data:<nl>  password: {{generic_secret:<base64_key>}}
stringData:<nl>  rabbitmq-password: {{generic_secret:<strong>}}
spring.mail.password={{generic_secret:<chosen>}}
[kafka] sasl.jaas.config = org.apache.kafka.common.security.scram.ScramLoginModule required username="rag" password="{{generic_secret:<strong>}}";
quarkus.oidc.credentials.secret={{generic_secret:<word62_32>}}
appsettings: Jwt:Key={{generic_secret:<word62_48>}}
<soap:Header><wsse:Password Type="PasswordText">{{generic_secret:<chosen>}}</wsse:Password></soap:Header>
grant_type=client_credentials&client_id=rag-api&client_secret={{generic_secret:<url64_40>}}&scope=read
code_verifier={{generic_secret:<url64_64>}}&grant_type=authorization_code
{"id_token":"{{generic_secret:<token_jwt>}}","refresh_token":"{{generic_secret:<url64_64>}}","expires_in":3600}
{"data":{"login":{"accessToken":"{{generic_secret:<url64_86>}}","user":{"id":<digits_5>}}}}
{"kennwort":"{{generic_secret:<chosen>}}","angemeldet":false}
Clave de acceso: {{generic_secret:<chosen>}} (usuario inexistente)
{"mot_de_passe":"{{generic_secret:<chosen>}}","utilisateur":"svc"}
{"motDePasse":"{{generic_secret:<strong>}}"}
Mot de passe : {{generic_secret:<chosen>}}
{"hasło":"{{generic_secret:<chosen>}}"}
パスワード：{{generic_secret:<strong>}}
{"dbPasswd":"{{generic_secret:<strong>}}","pool":8}
{"auth.token.value":"{{generic_secret:<url64_40>}}"}
{"X-Api-Secret":"{{generic_secret:<word62_40>}}"}
{"hmacKey":"{{generic_secret:<hex_64>}}","alg":"HS256"}
{"signing.secret":"{{generic_secret:<hex_32>}}"}
ssh key loaded: {{generic_secret:-----BEGIN OPENSSH PRIVATE KEY----- b3BlbnNzaC1rZXktdjEA<base64_64> <base64_64> <base64_64> -----END OPENSSH PRIVATE KEY-----}}
PRIVATE_KEY_B64={{generic_secret:LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0t<base64_200>}}
{"pin":"{{generic_secret:<digits_4>}}","card_last4":"<digits_4>","event":"pin.verify"}
Your verification code is {{generic_secret:<digits_6>}}. It expires in 10 minutes.
SMS to user: G-{{generic_secret:<digits_6>}} is your Google verification code
backup codes: {{generic_secret:<alnum_5>-<alnum_5>}}
user pasted: my password is {{generic_secret:<chosen>}} and it still does not work
{"role":"user","content":"why does this fail? OPENAI_API_KEY={{generic_secret:sk-proj-<url64_74>T3BlbkFJ<url64_74>}} python app.py"}
{"role":"user","content":"Use this key to call our API: {{generic_secret:<word62_40>}}"}
{"role":"assistant","content":"I set the database password to `{{generic_secret:<strong>}}` as you asked."}
{"role":"tool","content":"login: admin\npassword: {{generic_secret:<chosen>}}\nhost: nas-2"}
consul kv put rag/db/password {{generic_secret:<strong>}}
vault kv put secret/rag db_password={{generic_secret:<strong>}} ttl=1h
ssm put-parameter --name /rag/token --type SecureString --value {{generic_secret:<word62_40>}}
snmpd: community string {{generic_secret:<word62_12>}} accepted from <inside_ip>
wpa_supplicant: psk="{{generic_secret:<chosen>}}" ssid="lab-5g"
radius: User-Password = "{{generic_secret:<strong>}}"
{"consignee":{"contact":"{{person:<person>}}","phone":"{{phone:<phone_intl>}}"},"parcels":2}
{"hotelBooking":{"leadGuest":"{{person:<person>}}","nights":3,"city":"<city>"}}
{"librarian_note":"book returned","borrower":{"name":"{{person:<person>}}","card":"L<digits_7>"}}
{"pupil":{"vorname":"{{person:<first>}}","familienname":"{{person:<last>}}","klasse":"7b"}}
{"recipient_name":"{{person:<person>}}","template":"welcome_v2"}
{"signer":{"legal_name":"{{person:<person_middle>}}","signed":true}}
{"driverName":"{{person:<person>}}","trip":"<uuid>"}
{"physician":"Dr. {{person:<person>}}","ward":"3W"}
{"reviewer_name":"{{person:<person>}}","stars":4}
{"assignee":"{{person:<person>}}","state":"open"}
{"user":{"name":"{{person:<person>}}","locale":"en-GB"}}
{"customer":{"name":"{{person:<person>}}","vat":null}}
{"billing":{"name":"{{person:<person_upper>}}","zip":"{{address:<digits_5>}}"}}
{"participant":"{{person:<person>}}","joined_s":4.1}
{"patient_name":"{{person:<person_turned>}}","study":"CT"}
{"nom_complet":"{{person:<person>}}"}
{"contatto":"{{person:<person>}}","azienda":"Contoso Srl"}
{"applicantFullName":"{{person:<person>}}","score":0.<digits_3>}
{"created_by":"{{person:<person>}}","ts":"<time>"}
{"msg":"assigned to {{person:<person>}}","ticket":<digits_5>}
Call transcript: "Hi, this is {{person:<person>}} from accounting, I cannot log in."
Dear {{person:<person>}}, your parcel will arrive tomorrow.
{"prompt":"Summarise the CV of {{person:<person>}}. Phone {{phone:<phone_us>}}, mail {{email:<mail>}}."}
{"completion":"I have scheduled the appointment for {{person:<person>}} on Monday at 9."}
{"content":"Please forward this to {{person:<person>}} and {{person:<person>}}."}
visitor {{person:<person>}} checked in at gate 4, badge <digits_5>
dhcpd: DHCPACK on <inside_ip> to {{mac:<mac_lower>}} via eth0
cloudfront: 2026-06-02 08:11:42 FRA56-C1 5316 {{ip:<ip_any>}} GET d111.cloudfront.net /a.js 200
otel: client.address={{ip:<ip_any>}} http.route=/v1/chat
payout to {{iban:<iban_any>}} booked
unsubscribe: {{email:<mail>}} (reason: too many mails)
"""

NEGATIVE = r"""
Pulled image registry.contoso.io/rag@sha256:<hex_64> in 2.4s
md5 mismatch for part 3: expected <hex_32>, got <hex_32>
{"etag":"\"<hex_32>-12\"","size":<digits_8>}
If-None-Match: "<word62_27>"
{"cf-ray":"<hex_16>-FRA","cf-cache-status":"HIT"}
{"id":"chatcmpl-<word62_29>","object":"chat.completion","system_fingerprint":"fp_<hex_10>"}
{"id":"msg_01<word62_22>","type":"message","role":"assistant"}
{"tool_call_id":"call_<word62_24>","name":"get_weather"}
{"thread_id":"thread_<word62_24>","run_id":"run_<word62_24>","assistant_id":"asst_<word62_24>"}
{"file_id":"file-<word62_24>","vector_store_id":"vs_<hex_32>"}
{"response_id":"resp_<hex_48>"}
traceparent: 00-<hex_32>-<hex_16>-01
{"trace_id":"<hex_32>","span_id":"<hex_16>","parent_span_id":"<hex_16>"}
sentry event <hex_32> captured
https://<hex_32>@o<digits_6>.ingest.sentry.io/<digits_7> is the DSN of the browser
stripe.js loaded with pk_live_<word62_24>
aws assumed role AROA<base32_16>:rag-session in account <digits_12>
arn:aws:kms:eu-central-1:<digits_12>:key/<uuid> used for envelope
arn:aws:secretsmanager:eu-central-1:<digits_12>:secret:rag/db-<word62_6>
{"VersionId":"<base64_32>","Bucket":"contoso"}
{"kms_key_id":"<uuid>","encrypted":true}
azure tenant <uuid> subscription <uuid> client <uuid>
firebase app 1:<digits_12>:web:<hex_22>
SHA256:<base64_43> contoso@build (ED25519)
Host key fingerprint is SHA256:<base64_43>
MD5:<hex_2>:<hex_2>:<hex_2>:<hex_2>:<hex_2>:<hex_2>:<hex_2>:<hex_2>:<hex_2>:<hex_2>:<hex_2>:<hex_2>:<hex_2>:<hex_2>:<hex_2>:<hex_2> no comment (RSA)
X509v3 Subject Key Identifier: <bighex_2>:<bighex_2>:<bighex_2>:<bighex_2>:<bighex_2>:<bighex_2>:<bighex_2>:<bighex_2>:<bighex_2>:<bighex_2>:<bighex_2>:<bighex_2>:<bighex_2>:<bighex_2>:<bighex_2>:<bighex_2>:<bighex_2>:<bighex_2>:<bighex_2>:<bighex_2>
tls: certificate thumbprint <bighex_40> expires in 12 days
certificate serial number 0<hex_35> revoked
peer: <base64_43>= latest handshake 41 s ago
ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI<base64_43> deploy
authorized key ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABB<base64_86>= accepted
-----BEGIN CERTIFICATE-----\nMIID<base64_60>\n<base64_64>\n-----END CERTIFICATE-----
integrity sha512-<base64_86>==
"integrity": "sha384-<base64_64>", "crossorigin": "anonymous"
Content-Security-Policy: script-src 'nonce-<base64_22>' 'self'
Sec-WebSocket-Key: <base64_22>==
{"idempotency_key":"<uuid>"}
{"Idempotency-Key":"<word62_32>"}
{"cacheKey":"prompt:v3:<hex_40>"}
{"api_key_id":"key_<alnum_16>","api_key_name":"prod-rag"}
{"api_key_hash":"<hex_64>","key_alias":"team-search"}
{"secretArn":"arn:aws:secretsmanager:us-east-1:<digits_12>:secret:x-<word62_6>"}
envFrom secretRef rag-env not found
{"password":"<redacted>"}
{"password":"{{ vault_db_password }}"}
{"password":"$(DB_PASSWORD)"}
{"password":"%(db_password)s"}
{"password":"os.environ['DB_PASSWORD']"}
{"password":"<YOUR_PASSWORD>"}
{"password":"your-password-here"}
{"password":"vault:v1:<base64_76>"}
{"password":"file:///run/secrets/db_password"}
{"password":"projects/contoso/secrets/db/versions/latest"}
{"password":"op://prod/db/password"}
{"password":"@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/db/)"}
{"password":"!vault |"}
{"password":"(hidden)"}
{"password":"SecretStr('**********')"}
{"password":"true"}
{"passwd_file":"/etc/passwd"}
{"api_key":"sk-proj-****************************<word62_4>"}
{"api_key":"EMPTY"}
{"api_key":"dummy-key"}
{"api_key":"sk-xxxxxxxxxxxxxxxxxxxxxxxx"}
{"api_key":"not-needed"}
{"api_key":"ollama"}
api_key=None, base_url=None, timeout=600
token = request.headers.get("Authorization")
Authorization: Bearer ***
Authorization: Bearer $TOKEN
Authorization: Bearer {token}
authorization: [REDACTED 51 bytes]
Authorization: AWS4-HMAC-SHA256 requires SignedHeaders
{"auth":{"type":"bearer","status":"missing"}}
{"authorization":"granted","scope":"read write"}
Set-Cookie: theme=dark; Path=/
{"max_tokens":<digits_4>,"prompt_tokens":<digits_4>,"completion_tokens":<digits_3>,"total_tokens":<digits_5>}
{"token_usage":{"input":<digits_5>,"output":<digits_4>},"tokens_per_second":41.<digits_2>}
{"bos_token_id":128000,"eos_token_id":128009}
{"token_type":"Bearer","expires_in":3599}
{"token_bucket":{"capacity":<digits_4>,"refill":<digits_3>}}
token bucket empty for tenant-<digits_4>, retry in <digits_3> ms
Tokenizer loaded: Qwen2TokenizerFast, vocab <digits_6>
Token indices sequence length is longer than the specified maximum sequence length (<digits_4> > 512)
first token after <digits_3> ms, last token after <digits_4> ms
Enter password:
Password for 'https://git.contoso.io':
password authentication failed for user "rag"
password must not be empty
TypeError: unexpected keyword argument 'api_key'
OPENAI_API_KEY is not set
curl -u "$USER:$PASS" https://nexus.contoso.io
postgresql://rag:***@db-1:5432/rag
https://user:pass@example.com/ is not allowed in Referer
mongodb+srv://<USER>:<PASSWORD>@cluster0.mongodb.net
docker run -e POSTGRES_PASSWORD postgres:16
-p 8080:80 -v /data:/data --name rag
cp -p /srv/models/a.bin /backup/
loading TheBloke/Llama-2-70B-Chat-GPTQ (gptq-4bit-32g-actorder_True)
checkpoint epoch=41-step=<digits_6>-val_loss=0.<digits_4>.ckpt
wandb run <alnum_8> synced: https://wandb.ai/contoso/llm/runs/<alnum_8>
mlflow run <hex_32> in experiment <digits_18>
{"polygon":[[<digits_3>.<digits_2>,<digits_3>.<digits_2>],[<digits_3>.<digits_2>,<digits_3>.<digits_2>]]}
{"xmin":<digits_3>,"ymin":<digits_3>,"xmax":<digits_4>,"ymax":<digits_4>}
{"landmarks":[[0.<digits_6>,0.<digits_6>],[0.<digits_6>,0.<digits_6>]]}
{"embedding":[-0.<digits_8>,0.<digits_8>,0.<digits_8>,-0.<digits_8>]}
{"image":"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAA<base64_200>"}
{"encrypted_content":"gAAAAAB<url64_200>","type":"reasoning"}
{"cursor":"eyJvZmZzZXQiOjQwfQ==","limit":20}
{"container":"<hex_64>","image":"<hex_12>"}
{"object_id":"<hex_24>","shard":<digits_2>}
{"document_id":"doc_<word62_22>","chunk":<digits_3>}
{"firmware":"4.<digits_2>.<digits_2>.<digits_3>","serial":"SN<upper_12>"}
{"sku":"<upper_4>-<upper_6>","gtin":"<digits_13>","lot":"<upper_8>"}
{"tracking":"1Z<upper_16>","carrier":"UPS"}
{"booking_ref":"<upper_6>","flight":"LH<digits_3>"}
{"youtube":"https://youtu.be/<url64_11>","playlist":"PL<url64_32>"}
gist https://gist.github.com/contoso/<hex_32>
ipfs cid Qm<word62_44> pinned
0x<hex_16> in ?? ()
   at Contoso.Auth.PasswordHasher.Verify(String password, String hash) in /src/Auth.cs:line 41
generated security password is disabled in profile prod
passlib.hash.bcrypt: (trapped) error reading bcrypt version
"$argon2id$v=19$m=65536,t=3,p=4$<base64_22>$<base64_43>" verified
pbkdf2_sha256$600000$<word62_22>$<base64_43>= verified
{"name":"Hilton Garden","stars":4}
{"name":"Heidelberg University","rank":<digits_3>}
{"name":"San Francisco","country":"US"}
{"name":"Villa Park","type":"stadium"}
{"name":"Santa Monica","lat_bucket":"n34"}
{"name":"Grace Hopper","arch":"GH200"}
{"name":"Jimmy Choo","brand":true}
{"name":"Dr. Oetker Ristorante","ean":"<digits_13>"}
{"name":"Jupyter Lab","version":"4.2"}
{"name":"Random Forest","accuracy":0.<digits_3>}
{"name":"Gordon Growth Model"}
{"name":"Customer Support","kind":"queue"}
{"name":"Daily Report","cron":"0 7 * * *"}
{"benchmark":"Winograd Schema"}
{"team":"Aston Villa","opponent":"Crystal Palace"}
{"ship":"Queen Mary","port":"Southampton"}
{"character":"Lara Croft","game":"Tomb Raider"}
{"author_model":"Claude Opus","judge":"Gemini Pro"}
{"persona":"Helpful Harry","bot":true}
{"scheduler":"Cosine Annealing","optimizer":"Adam W"}
{"user_agent":"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15"}
{"user":{"role":"admin","plan":"Enterprise Plus"}}
Loaded tool Web Search, Code Interpreter, File Reader
Using Monte Carlo dropout with <digits_2> samples
Falling back to Nelder Mead after Newton Raphson did not converge
Booting Ubuntu Noble Numbat
Hello World from Spring Boot
New York Times headline classifier v3 ready
"The capital of Australia is Canberra, not Sydney."
{"completion":"Black Forest Cake needs Morello cherries and Kirsch."}
{"content":"Install Visual Studio, then open Solution Explorer and Team Explorer."}
{"content":"Alt+Tab switches windows; Print Screen takes a picture."}
eth0: 8c:<hex_2> is no address, ignoring
listening on 0.0.0.0:8000 and [::]:8000
ntp: offset -0.000<digits_3> stratum 2 refid 192.168.1.1
chrony: selected source <inside_ip>
pts=<digits_10> dts=<digits_10> duration=<digits_4>
GPU-<uuid> temp 61C
PCI 0000:<hex_2>:00.0 [<hex_4>:<hex_4>]
room 4-211, ext <digits_4>
pages 112-118, vol. <digits_2>, no. 4
ISBN <isbn> has 41 copies
order <order> shipped
exit code 137 after <digits_5> s
2fa code accepted for session 0x<hex_4>
pin_memory=True num_workers=8
PIN 4 of connector J12 is floating
pass 3 of 5 finished, passed=41 failed=0
passphrase required for key id 0x<bighex_16>
csrf token mismatch
csrftoken cookie rotated
"""
