"""An eighth set of templates: half of them about secrets, half what only looks like secrets, numbers and names.

Written without looking at the rules: keys of vendors in the messages in which they leak, command lines, URLs, headers, dumps of
configurations and environments, and names of fields in several languages. The whole set was split by template before anything was
mended. Of this half the rules found at first sight (precision / recall): secrets 99.0 / 72.3, names 61.4 / 92.7, structured
100 / 94.1; 3.7 % of the clean lines were flagged as certain and 9.3 % as certain or likely. Then they were mended on it, so that it
counts as seen. The other half is :mod:`tests.bench.pii_templates_eighth_held_out`.

Marks as in :mod:`tests.bench.pii_templates`; values of :class:`tests.bench.pii_values_keys.KeyValues`.
"""

from __future__ import annotations

POSITIVE = r"""
[terraform] Error: Invalid token "{{generic_secret:<word62_14>.atlasv1.<word62_64>}}" for host app.terraform.io
pulumi login failed: invalid access token pul-{{generic_secret:<hex_40>}}
{"msg":"deploy to netlify","site":"docs-<hex_8>","auth":"{{generic_secret:nfp_<word62_36>}}"}
supabase db push --db-url skipped; access token {{generic_secret:sbp_<hex_40>}} was rejected (401)
pscale: service token {{generic_secret:pscale_tkn_<word62_43>}} lacks permission connect_branch
DSN mysql2://<alnum_12>:{{generic_secret:pscale_pw_<word62_43>}}@aws.connect.psdb.cloud/rag?sslaccept=strict
render: POST https://api.render.com/v1/services 401 token={{generic_secret:rnd_<word62_28>}}
newrelic agent: license {{generic_secret:<hex_36>NRAL}} accepted, app "rag-api"
grafana cloud push: 401 for {{generic_secret:glc_eyJvIjoi<word62_96>==}} at logs-prod-012
{"component":"sentry-cli","message":"auth token sntrys_ malformed","value":"{{generic_secret:sntrys_eyJpYXQiOjE3MDAwMDAwMDAu<base64_80>=_<base64_43>}}"}
sonar-scanner: Not authorized with token {{generic_secret:squ_<hex_40>}}. Please check the property sonar.token
[sourcegraph] src login: access token {{generic_secret:sgp_<hex_16>_<hex_40>}} invalid
docker login -u contoso --password-stdin <<< {{generic_secret:dckr_oat_<url64_32>}}
vault[<digits_3>]: batch token {{generic_secret:hvb.<url64_150>}} expired
doppler: service token {{generic_secret:dp.st.prd.<word62_43>}} is read-only
1Password secret key {{generic_secret:A3-<base32_6>-<base32_11>-<base32_5>-<base32_5>-<base32_5>}} does not match the account
rubygems push: the API key rubygems_{{generic_secret:<hex_48>}} is not allowed to push gem rag-client
cargo publish: error 403, token {{generic_secret:cio<word62_32>}} has been revoked
nuget push rag.1.0.nupkg -ApiKey {{generic_secret:oy2<alnum_43>}} -Source nuget.org
jf rt ping: artifactory access with {{generic_secret:AKCp<word62_69>}} 401
bitbucket dc http access token {{generic_secret:BBDC-<base64_44>}} expired for user svc-rag
asana: PAT {{generic_secret:2/<digits_16>/<digits_16>:<hex_32>}} not recognized
clickup token {{generic_secret:pk_<digits_8>_<upper_32>}} team not found
figma plugin export failed for token {{generic_secret:figu_<url64_40>}}
mailchimp ping {{generic_secret:<hex_32>-us14}} -> 401 API Key Invalid
postman run --api-key {{generic_secret:PMAK-<hex_24>-<hex_34>}} collection.json
twilio api secret {{generic_secret:<word62_32>}} registered
plaid exchange ok access_token={{generic_secret:access-production-<uuid>}} item=<word62_37>
flutterwave verify {{generic_secret:FLWSECK-<hex_32>-X}} 401
paystack charge failed using {{generic_secret:sk_live_<hex_40>}}
mollie: live key {{generic_secret:live_<word62_30>}} used in test profile pfl_<word62_10>
easypost: {{generic_secret:EZAK<hex_32><word62_22>}} has no carrier accounts
duffel offers 401 {{generic_secret:duffel_live_<url64_43>}}
POST https://outlook.webhook.office.com/webhookb2/{{generic_secret:<uuid>@<uuid>/IncomingWebhook/<hex_32>/<uuid>}} 400
POST https://open.feishu.cn/open-apis/bot/v2/hook/{{generic_secret:<uuid>}} code 19024
POST https://chat.googleapis.com/v1/spaces/AAAA<word62_7>/messages?key={{generic_secret:AIza<url64_35>}}&token={{generic_secret:<url64_43>}} 200
PUT https://contoso.blob.core.windows.net/ckpt/step-<digits_5>.pt?sv=2023-11-03&se=2026-06-02T09%3A00%3A00Z&sr=b&sp=cw&sig={{generic_secret:<sas>}} 201
cosmos endpoint AccountEndpoint=https://rag.documents.azure.com:443/;AccountKey={{generic_secret:<azure_key>}};
HostName=rag-hub.azure-devices.net;DeviceId=edge-<digits_3>;SharedAccessKey={{generic_secret:<base64_key>}}
InstrumentationKey=<uuid>;IngestionEndpoint=https://westeurope-5.in.applicationinsights.azure.com/
az login --service-principal -u <uuid> -p {{generic_secret:<azure_client>}} --tenant <uuid>
gemini: API key {{generic_secret:AQ.Ab8RN6<url64_44>}} not valid. Please pass a valid API key.
aliyun oss: AccessKeyId {{generic_secret:LTAI5t<word62_18>}} is forbidden
tencent cos secret_id={{generic_secret:AKID<word62_32>}} secret_key={{generic_secret:<word62_32>}}
yandex iam token {{generic_secret:t1.9euel<url64_60>.<url64_86>}} is expired
ibm watsonx: apikey={{generic_secret:<url64_44>}} Provided API key could not be found
cloudflare: origin CA key {{generic_secret:v1.0-<hex_24>-<hex_146>}} used for cert issue
cloudflared tunnel run --token {{generic_secret:eyJhIjoi<word62_160>=}}
launchdarkly: invalid SDK key {{generic_secret:sdk-<uuid>}}, giving up permanently
statsig init failed: {{generic_secret:secret-<word62_43>}} is not a server key
posthog personal api key {{generic_secret:phx_<word62_43>}} has no project access
segment write failed, writeKey {{generic_secret:<word62_32>}}
openai.AuthenticationError: Incorrect API key provided: {{generic_secret:sk-svcacct-<url64_74>T3BlbkFJ<url64_74>}}. You can find your API key at https://platform.openai.com/account/api-keys.
cerebras client key={{generic_secret:csk-<alnum_48>}} model=llama3.1-70b
together: using TOGETHER_API_KEY={{generic_secret:tgp_v1_<url64_43>}}
firecrawl scrape 402 with {{generic_secret:fc-<hex_32>}}
e2b sandbox create: api key {{generic_secret:e2b_<hex_40>}}
runpod: authorization {{generic_secret:rpa_<upper_44>}} denied for endpoint <alnum_14>
deepgram websocket 401 headers={'Authorization': 'Token {{generic_secret:<hex_40>}}'}
elevenlabs xi-api-key: {{generic_secret:sk_<hex_48>}} quota exceeded
maxmind license key {{generic_secret:<word62_6>_<word62_29>_mmk}} invalid
packagist: COMPOSER_AUTH token {{generic_secret:packagist_ack_<hex_66>}} missing
prefect cloud login -k {{generic_secret:pnu_<word62_36>}}
linkedin oauth client_id=<alnum_14> client_secret={{generic_secret:WPL_AP1.<word62_16>.<word62_8>==}}
shopify session {{generic_secret:shpua_<hex_32>}} for contoso.myshopify.com
AWS Bedrock bearer {{generic_secret:ABSK<base64_128>}} expired
+ export OPENSEARCH_INITIAL_ADMIN_PASSWORD={{generic_secret:<strong>}}
$ PGPASSWORD={{generic_secret:<strong>}} psql -h <inside_ip> -U rag -c "VACUUM ANALYZE chunks"
$ sshpass -p '{{generic_secret:<chosen>}}' scp model.pt ops@<inside_ip>:/srv
$ redis-cli -h cache-1 -a {{generic_secret:<strong>}} --no-auth-warning PING
$ smbclient //nas/models -U 'CONTOSO\svc_ml%{{generic_secret:<strong>}}' -c ls
$ ldapsearch -x -D "cn=svc,dc=contoso,dc=io" -w {{generic_secret:<strong>}} -b dc=contoso,dc=io
$ wget --user=mirror --password={{generic_secret:<strong>}} https://mirror.contoso.io/c4.tar
$ docker run -e POSTGRES_PASSWORD={{generic_secret:<strong>}} -e POSTGRES_DB=rag postgres:16
$ ansible-playbook site.yml --extra-vars "db_pass={{generic_secret:<strong>}} env=prod"
$ http POST :8000/login username=ops password={{generic_secret:<strong>}}
root@gpu-3:~# echo "ops:{{generic_secret:<chosen>}}" | chpasswd
GRANT ALL ON rag.* TO 'rag'@'%' IDENTIFIED BY '{{generic_secret:<strong>}}'
sqlalchemy.exc.OperationalError: could not connect using postgresql+asyncpg://rag:{{generic_secret:<strong>}}@pg-1.contoso.io:5432/rag
celery broker: Connected to amqp://worker:{{generic_secret:<strong>}}@rabbit-0:5672//prod
clickhouse://default:{{generic_secret:<strong>}}@ch-1:9440/logs?secure=true&compression=lz4
neo4j+s://neo4j:{{generic_secret:<url64_43>}}@<hex_8>.databases.neo4j.io
git remote -v: origin https://{{generic_secret:ghp_<word62_36>}}@github.com/contoso/rag.git (fetch)
rtsp://admin:{{generic_secret:<chosen>}}@<inside_ip>:554/Streaming/Channels/101 frame dropped
{"headers":{"Authorization":"Basic {{generic_secret:<pair>}}","Accept":"*/*"},"status":401}
> Authorization: Bearer {{generic_secret:<url64_43>}}
> X-Vault-Token: {{generic_secret:hvs.CAES<url64_90>}}
< set-cookie: JSESSIONID={{generic_secret:<bighex_32>}}; Path=/; HttpOnly
GET /callback?code={{generic_secret:4/0A<url64_70>}}&scope=email 302
GET /share/42?password={{generic_secret:<chosen>}} 403
wss://rt.contoso.io/socket?jwt={{generic_secret:<token_jwt>}}&v=2
Traceback: pymysql.connect(host='db-3', user='rag', password='{{generic_secret:<chosen>}}', db='rag') -> OperationalError(1045)
ValidationError: 1 validation error for Settings<nl>jwt_secret<nl>  String should have at least 32 characters [type=string_too_short, input_value='{{generic_secret:<word62_18>}}', input_type=str]
kwargs={'api_key': '{{generic_secret:<hex_32>}}', 'timeout': 30.0, 'max_retries': 2}
locals: token = '{{generic_secret:<word62_36>}}', url = 'https://api.contoso.io/v2', retries = 3
{"event":"tool_call","args":"{\"conn\":{\"host\":\"db\",\"pwd\":\"{{generic_secret:<chosen>}}\"}}"}
printenv | sort<nl>AWS_REGION=eu-central-1<nl>AWS_SESSION_TOKEN={{generic_secret:IQoJb3JpZ2luX2Vj<base64_300>}}<nl>HOME=/root
#9 [5/7] RUN --mount=type=cache echo "//registry.npmjs.org/:_authToken={{generic_secret:npm_<word62_36>}}" > ~/.npmrc
##[debug]Evaluating secrets.DEPLOY_TOKEN => '{{generic_secret:<word62_40>}}'
[WARNING] .env line 4: DATABASE_PASSWORD="{{generic_secret:<strong>}}"
terraform plan:  + password = "{{generic_secret:<strong>}}"
  ~ master_password  = "{{generic_secret:<chosen>}}" -> "{{generic_secret:<strong>}}"
Outputs: db_connection_secret = "{{generic_secret:<word62_24>}}"
  registry_auth: {"auths":{"ghcr.io":{"auth":"{{generic_secret:<pair>}}"}}}
application.yml: spring.datasource.password: {{generic_secret:<strong>}}
hibernate.connection.password {{generic_secret:<chosen>}}
<property name="javax.jdo.option.ConnectionPassword" value="{{generic_secret:<strong>}}"/>
<add key="SmtpPassword" value="{{generic_secret:<strong>}}" />
grant_type=password&username=ops&password={{generic_secret:<word62_14>}}
{"clientSecret":"{{generic_secret:<url64_40>}}","realm":"rag"}
{"passwort":"{{generic_secret:<strong>}}","mandant":<digits_4>}
Anmeldung: Benutzer=svc Passwort={{generic_secret:<chosen>}} fehlgeschlagen
{"zugangsschluessel":"{{generic_secret:<word62_32>}}"}
{"contraseña":"{{generic_secret:<chosen>}}","intentos":3}
{"contrasena":"{{generic_secret:<strong>}}"}
{"clave_secreta":"{{generic_secret:<word62_40>}}"}
{"cle_api":"{{generic_secret:<hex_32>}}"}
{"senha":"{{generic_secret:<chosen>}}"}
{"wachtwoord":"{{generic_secret:<strong>}}"}
пароль: {{generic_secret:<strong>}}
密码：{{generic_secret:<chosen>}}
{"userPass":"{{generic_secret:<chosen>}}"}
{"encryption_key":"{{generic_secret:<base64_key>}}"}
{"webhookSecret":"{{generic_secret:<word62_32>}}","url":"https://hooks.contoso.io/x"}
{"private_key":"{{generic_secret:-----BEGIN PRIVATE KEY-----\n<base64_64>\n<base64_64>\n<base64_64>\n-----END PRIVATE KEY-----\n}}","type":"service_account"}
TOTP provisioning otpauth://totp/Contoso:ops?secret={{generic_secret:<base32_32>}}&issuer=Contoso
slack message: wifi for guests is Contoso-Guest, password {{generic_secret:<chosen>}}
ticket 4411: new temp password: {{generic_secret:<chosen>}} - change at first login
lambda env Variables={DB_SECRET={{generic_secret:<word62_24>}},STAGE=prod}
etcdctl put /config/api_token {{generic_secret:<word62_36>}}
winrm: connecting as CONTOSO\ops with password {{generic_secret:<strong>}}
ipmitool -I lanplus -H <inside_ip> -U ADMIN -P {{generic_secret:<word62_12>}} chassis power cycle
{"attendees":[{"displayName":"{{person:<person>}}","mail":"{{email:<mail>}}"},{"displayName":"{{person:<person>}}","mail":"{{email:<mail>}}"}]}
{"tenant_contact":{"firstName":"{{person:<first>}}","familyName":"{{person:<last>}}"},"unit":"4B"}
{"caller":{"name":"{{person:<person>}}","ani":"{{phone:<phone_e164>}}"},"queue":"billing"}
{"sender":{"real_name":"{{person:<person>}}","is_bot":false}}
{"emergency_contact":{"name":"{{person:<person>}}","relation":"mother","mobile":"{{phone:<tel>}}"}}
{"policyHolder":"{{person:<person>}}","claim":"C-<digits_6>"}
{"owner":{"name":"{{person:<person>}}"},"repo":"rag"}
{"name":"{{person:<person>}}","email":"{{email:<mail>}}","plan":"pro"}
{"speaker_label":"{{person:<person>}}","segment":[0.0,4.2]}
{"nombre_completo":"{{person:<person>}}","edad":41}
{"ansprechpartner":"{{person:<person>}}","firma":"Contoso GmbH"}
{"opgesteld_door":"{{person:<person>}}"}
{"approver":"{{person:<person>}}","amount":41.20}
Patient {{person:<person>}} was discharged at 14:20
Meeting with {{person:<person>}} moved to Thursday
{"prompt":"Write a birthday card for my colleague {{person:<person>}}, who likes cycling."}
{"content":"Mein Name ist {{person:<person>}} und ich warte seit Wochen auf die Rückerstattung."}
{"content":"Je m'appelle {{person:<person>}}, mon numéro est {{phone:<phone_intl>}}."}
{"content":"Regards,\n{{person:<person>}}\nHead of Logistics"}
{"tool":"send_mail","args":{"to":"{{email:<mail>}}","body":"Hello {{person:<first>}}, see you soon"}}
agent handed over to {{person:<person>}} after 3 failed answers
voicemail from {{phone:<phone_intl>}}: 14 s
sms gateway: to={{phone:<phone_e164>}} status=DELIVRD
fail2ban.actions: NOTICE [sshd] Ban {{ip:<ip_any>}}
haproxy[<digits_3>]: {{ip:<ip>}}:<digits_5> [02/Jun/2026:08:11:42.117] fe be/s1 0/0/1/41/42 200
refund card {{credit_card:<card_spaced>}} declined code 05
OCR text: "Passport No {{passport:<passport>}} Date of birth {{dob:<birth>}}"
form: SSN {{us_ssn:<ssn>}} DOB {{dob:<birth_us>}}
crm import row 41: {{person:<person>}};{{email:<mail>}};{{phone:<phone_intl>}};<city>
"""

NEGATIVE = r"""
git checkout <hex_40>: detached HEAD
ETag: W/"<hex_40>"
{"x-amz-request-id":"<upper_16>","x-amz-id-2":"<base64_76>"}
x-request-id: req_<hex_32>
{"tool_use_id":"toolu_01<word62_22>"}
{"batch":"batch_<hex_32>","status":"in_progress"}
stripe event evt_<word62_24> customer cus_<word62_14> charge ch_<word62_24>
{"payment_intent":"pi_<word62_24>","subscription":"sub_<word62_24>","price":"price_<word62_24>"}
posthog-js phc_<word62_43> initialised
mapbox gl token pk.eyJ1IjoiY29udG9zbyJ9.<word62_22> (public)
recaptcha site key 6L<url64_38>
twilio message SM<hex_32> from account AC<hex_32> queued
gcp project contoso-ml-<digits_6> region europe-west3
{"private_key_id":"<hex_40>","token_uri":"https://oauth2.googleapis.com/token"}
ga measurement id G-<upper_10>, gtm GTM-<upper_7>
{"public_key":"<base64_43>=","allowed_ips":"<inside_ip>/32"}
-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE<base64_44>\n<base64_43>==\n-----END PUBLIC KEY-----
{"jwks":{"keys":[{"kid":"<url64_27>","n":"<url64_342>","e":"AQAB"}]}}
pgp: Good signature, primary key fingerprint: <bighex_4> <bighex_4> <bighex_4> <bighex_4> <bighex_4>  <bighex_4> <bighex_4> <bighex_4> <bighex_4> <bighex_4>
gpg: using RSA key <bighex_40>
Sec-WebSocket-Accept: <base64_27>=
{"cache_key":"<hex_64>","hit":true}
{"partition_key":"tenant-<digits_4>","sort_key":"run#<digits_8>"}
{"primary_key":"chunk_id","foreign_key":"doc_id"}
{"key_fingerprint":"<hex_40>"}
{"secret_name":"rag/prod/db","secret_version":"AWSCURRENT"}
secretKeyRef: name=rag-db key=password
{"valueFrom":{"secretKeyRef":{"name":"openai","key":"OPENAI_API_KEY"}}}
MountVolume.SetUp succeeded for volume "kube-api-access-<alnum_5>"
secret "sh.helm.release.v1.rag.v<digits_2>" unchanged
Created secret/rag-tls (kubernetes.io/tls), 2 keys
{"password":"****","user":"svc"}
{"password":"[FILTERED]"}
{"password":null,"token":""}
{"password":"${DB_PASSWORD}"}
{"password":"changeme"}
{"password":"not set"}
{"password":"sha256:<hex_64>"}
{"password":"ENC(<base64_43>=)"}
{"password":"env:DB_PASSWORD"}
{"password":"required"}
{"password":"string"}
{"passwordStrength":"strong","passwordLength":14}
{"password_reset_url":"https://app.contoso.io/reset"}
{"password_hint":"the usual one"}
{"api_key":"sk-...<word62_4>"}
{"api_key":"YOUR_API_KEY"}
{"api_key":"lm-studio"}
{"api_key":"test"}
{"apiKeyConfigured":true,"apiKeySource":"environment"}
api_key=<function get_key at 0x7f<hex_10>>
api_key=settings.openai_api_key.get_secret_value()
const token = await getAccessToken();
Authorization: Bearer <token>
WWW-Authenticate: Bearer realm="rag", error="invalid_token"
{"auth_time":17<digits_8>,"amr":["pwd","otp"]}
cookie: (3 cookies, 412 bytes)
{"cookie_consent":"accepted","session_count":<digits_3>}
{"max_completion_tokens":<digits_4>,"reasoning_tokens":<digits_4>,"cached_tokens":<digits_4>}
{"token":"▁Berlin","logprob":-0.<digits_6>,"top":["▁Paris","▁Rome"]}
{"token":" the","token_id":<digits_4>}
{"tokens":["un","##believ","##able"]}
{"eos_token":"<|endoftext|>","pad_token":"<pad>","unk_token":"<unk>"}
{"continuation_token":null,"next_page_token":"","has_more":false}
{"token_endpoint_auth_method":"client_secret_basic"}
secret santa draw finished, 14 pairs
secret scanning: 0 alerts in 41 files
Rotated secret rag/db, next rotation in 30 days
Invalid password (attempt 3 of 5)
PasswordField(label='Password', required=True)
passwordless login enabled
The key 'temperature' is unknown
KeyError: 'access_token'
Missing required header X-API-Key
export HF_TOKEN=your_token_here
curl -H "Authorization: Bearer $OPENAI_API_KEY" https://api.openai.com/v1/models
mysql -u root -p rag < dump.sql
psql "postgresql://rag:${PGPASSWORD}@db-1/rag"
redis://:[redacted]@cache-1:6379/0
amqp://worker:xxxxx@rabbit-0:5672//
sqlite:////srv/rag/data.db?check_same_thread=false
sshpass: command not found
ssh -p 2222 ops@<inside_ip> uptime
model=claude-3-5-sonnet-20241022 provider=bedrock
model=mistralai/Mixtral-8x22B-Instruct-v0.1 quant=awq
lora adapter contoso/legal-v2-r64-alpha128 merged
bbox=[<box>] score=0.<digits_4> class=person
{"center":{"x":<digits_3>.<digits_3>,"y":<digits_3>.<digits_3>},"scale":1.25}
{"audio":"UklGR<base64_300>","format":"wav"}
{"thought_signature":"<base64_300>"}
{"sig_alg":"RS256","signature_valid":true}
{"checksum":"crc32c:<base64_6>==","sha1":"<hex_40>"}
{"node":"gke-pool-<hex_8>-<alnum_4>","pod":"rag-<hex_10>-<alnum_5>"}
{"commit":"<hex_7>","tag":"v1.14.<digits_2>","build":<digits_5>}
{"ulid":"01J<base32_23>","ksuid":"<word62_27>","nanoid":"<url64_21>"}
{"licence":"Apache-2.0","license_key_id":"<uuid>"}
shortlink https://bit.ly/<word62_7> resolved
s3 key raw/2026/06/02/<uuid>.json.gz written
blob <hex_2>/<hex_38> missing from object store
tx 0x<hex_64> confirmed in block <digits_8>
contract <hex_40> has no code
bitcoin block 0000000000000000000<hex_45>
uuid5 <uuid> collides with <uuid>
   at com.contoso.rag.auth.TokenService.refreshToken(TokenService.java:141)
com.contoso.security.JwtAuthenticationFilter - no token in request
org.springframework.security.authentication.BadCredentialsException: Bad credentials
DEBUG o.s.s.w.a.AnonymousAuthenticationFilter - Set SecurityContextHolder to AnonymousAuthenticationToken
{"password_digest":"$2b$12$<word62_53>"}
{"name":"St. Petersburg","kind":"city"}
{"name":"Johns Hopkins Hospital"}
{"name":"Paul Scherrer Institut","lab":true}
{"name":"Charles de Gaulle Airport","iata":"CDG"}
{"name":"Max Planck Institute"}
{"name":"Ada Lovelace GPU","vram_gb":48}
{"name":"Calvin Klein Jeans","sku":"<upper_8>"}
{"name":"Jack Daniels 0.7l","price":21.99}
{"name":"Mercedes Benz","class":"E"}
{"name":"Billy Bookcase","color":"white"}
{"name":"Red Hat","product":"Ansible Tower"}
{"name":"Ruby Rails","framework":true}
{"name":"Naive Bayes","accuracy":0.<digits_3>}
{"name":"Query Rewriter","kind":"node"}
{"name":"Morning Standup","kind":"meeting"}
{"name":"Total Loss","value":0.<digits_4>}
{"name":"MainThread","ident":<digits_15>}
{"name":"ChatOpenAI","type":"llm"}
{"name":"process_payment","kind":"tool"}
{"product_name":"Charlotte Tilbury Lip Cheat"}
{"product":"Victoria Sponge","qty":2}
{"dataset":"Penn Treebank","split":"test"}
{"venue":"Madison Square Garden"}
{"street":"Martin Luther King Blvd","matched":false}
{"station":"King Cross","delay_min":4}
{"title":"Harry Potter and the Goblet of Fire"}
{"voice":"Sarah Neural","lang":"en-US"}
{"voice_id":"<word62_20>","voice_name":"Rachel"}
{"worker":"Thread Pool 4","status":"idle"}
{"layer":"Layer Norm","block":<digits_2>}
{"region":"Frankfurt Main","zone":"b"}
{"contact_reason":"Billing Question"}
Kalman Filter update took <digits_2> ms
St. Louis Fed series DGS10 fetched
{"completion":"Try the Caesar Salad at Hard Rock Cafe near Union Square."}
{"completion":"Use the Pythagoras theorem, then apply Green's identity."}
{"prompt":"Compare Goldman Sachs, Morgan Stanley and Charles Schwab by fees."}
{"prompt":"Which Ford Fiesta parts fit a Ford Focus?"}
uptime 41 days, 02:11, load average: 0.41, 0.<digits_2>, 1.<digits_2>
2026-06-02T08:11:42.117Z seq=<digits_10> lag=<digits_4> topic=rag.events partition=<digits_2> offset=<digits_9>
epoch_ns=17<digits_17> mono=<digits_12>
USB VID_<bighex_4> PID_<bighex_4> serial <upper_12>
phone model SM-G<digits_3>B, OS 14
invoice <digits_4>-<digits_6> paid
otp_enabled=true otp_length=6
verification code sent (6 digits, expires in 600 s)
git credential helper: store
credentials loaded from ~/.aws/credentials [default]
Using credential type: DefaultAzureCredential
kubeconfig context rag-prod user ci
public token link-sandbox-<uuid> created for browser
"""
