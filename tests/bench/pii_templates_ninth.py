"""A ninth set of templates, written after the rules were mended on the eighth: what to expect of keys and dumps in another style.

What programs in Go, Rust, Ruby, PHP, Perl, Java and PowerShell print of their configurations, protocols, credential files, command
lines of clouds, settings of MCP servers, keys of smaller vendors, chats; and as many lines that only look so. At first sight
(precision / recall): secrets 97.4 / 73.9 (70.1 with the rules before the eighth set), names 73.1 / 86.9, structured 100 / 100; 4.2 %
of the clean lines were flagged as certain and 11.4 % as certain or likely. The rules were mended on one half of the templates, by
which the other one, not looked at, came from 77.7 to 84.4 % of the secrets and from 77 to 85 % precise names; then on both, so that it
counts as seen.

Marks as in :mod:`tests.bench.pii_templates`; values of :class:`tests.bench.pii_values_keys.KeyValues`.
"""

from __future__ import annotations

POSITIVE = r"""
machine api.heroku.com login ops password {{generic_secret:<alnum_36>}}
~/.pgpass: db-3.contoso.io:5432:rag:rag_rw:{{generic_secret:<strong>}}
[default]<nl>aws_access_key_id = {{generic_secret:AKIA<base32_16>}}<nl>aws_secret_access_key = {{generic_secret:<aws_secret>}}
//registry.npmjs.org/:_password={{generic_secret:<base64_28>==}}
_auth = {{generic_secret:<pair>}}
<server><id>nexus</id><username>ci</username><Password>{{generic_secret:<strong>}}</Password></server>
<add key="ClearTextPassword" value="{{generic_secret:<chosen>}}" />
signing.keyPassword={{generic_secret:<strong>}}
redis monitor: 17<digits_8>.<digits_6> [0 <inside_ip>:<digits_5>] "AUTH" "default" "{{generic_secret:<word62_24>}}"
redis: AUTH {{generic_secret:<word62_24>}}
S: 334 UGFzc3dvcmQ6 C: AUTH PLAIN {{generic_secret:AG9wcwB<base64_20>==}}
FTP --> PASS {{generic_secret:<strong>}}
a001 LOGIN svc_mail {{generic_secret:<strong>}}
dn: uid=svc,ou=people,dc=contoso,dc=io<nl>userPassword: {{generic_secret:<strong>}}
SET PASSWORD FOR 'rag'@'%' = '{{generic_secret:<strong>}}'
ALTER LOGIN rag WITH PASSWORD = '{{generic_secret:<chosen>}}'
mysql_native_password USING PASSWORD '{{generic_secret:<strong>}}'
COPY INTO s3://b/x CREDENTIALS=(AWS_KEY_ID='{{generic_secret:AKIA<base32_16>}}' AWS_SECRET_KEY='{{generic_secret:<aws_secret>}}')
dbt profile rag: {type: postgres, host: db-3, user: rag, pass: {{generic_secret:<strong>}}, port: 5432}
airflow connections add rag --conn-uri 'postgres://rag:{{generic_secret:<strong>}}@db-3:5432/rag'
{"conn_id":"rag","conn_type":"postgres","login":"svc-rag","password":"{{generic_secret:<strong>}}","port":5432}
{:user=>"svc", :password=>"{{generic_secret:<strong>}}", :host=>"db-3"}
Parameters: {"utf8"=>"x", "session"=>{"email"=>"{{email:<mail>}}", "password"=>"{{generic_secret:<chosen>}}"}}
array(2) { ["user"]=> string(3) "svc" ["password"]=> string(16) "{{generic_secret:<word62_16>}}" }
Array ( [host] => db-3 [password] => {{generic_secret:<strong>}} [port] => 3306 )
loaded config {Host:db-3 Port:5432 User:rag Password:{{generic_secret:<strong>}} SSLMode:require}
&{Addr:cache-1:6379 Password:{{generic_secret:<word62_24>}} DB:0}
Config { url: "https://api.contoso.io", api_key: "{{generic_secret:<word62_40>}}", timeout: 30s }
Config { token: Some("{{generic_secret:<url64_43>}}"), retries: 3 }
DataSourceProperties(url=jdbc:postgresql://db-3/rag, username=rag, password={{generic_secret:<strong>}}, poolSize=10)
HikariConfig[jdbcUrl=jdbc:mysql://db-3/rag, password={{generic_secret:<strong>}}, maximumPoolSize=10]
$VAR1 = { 'dsn' => 'DBI:mysql:rag', 'passwd' => '{{generic_secret:<strong>}}' };
ConvertTo-SecureString "{{generic_secret:<strong>}}" -AsPlainText -Force
PS C:\srv> $env:AZURE_OPENAI_API_KEY = "{{generic_secret:<hex_32>}}"
C:\srv> set OPENAI_API_KEY={{generic_secret:sk-proj-<url64_74>T3BlbkFJ<url64_74>}}
set -gx ANTHROPIC_API_KEY {{generic_secret:sk-ant-api03-<url64_93>AA}}
setx HF_TOKEN "{{generic_secret:hf_<letters_34>}}"
New-PSDrive -Name M -Root \\srv\m -Credential CONTOSO\ops # pw {{generic_secret:<chosen>}}
kubectl create secret generic rag --from-literal=password={{generic_secret:<strong>}}
kubectl create secret docker-registry ghcr --docker-username=ci --docker-password={{generic_secret:<word62_36>}}
echo -n {{generic_secret:<word62_32>}} | gcloud secrets create rag-key --data-file=-
vault write auth/approle/login role_id=<uuid> secret_id={{generic_secret:<uuid>}}
consul acl: SecretID: {{generic_secret:<uuid>}}
nomad acl bootstrap: Secret ID = {{generic_secret:<uuid>}}
cf auth svc {{generic_secret:<strong>}}
heroku config:set STRIPE_SECRET_KEY={{generic_secret:sk_live_<word62_24>}} -a rag
fly secrets set SESSION_SECRET={{generic_secret:<hex_64>}}
doctl auth init -t {{generic_secret:dop_v1_<hex_64>}}
gh auth login --with-token <<< {{generic_secret:gho_<word62_36>}}
twine upload -u __token__ -p {{generic_secret:pypi-AgEIcHlwaS5vcmc<url64_150>}} dist/*
poetry config pypi-token.pypi {{generic_secret:pypi-AgEIcHlwaS5vcmc<url64_150>}}
mvn deploy -Dgpg.passphrase={{generic_secret:<chosen>}} -DskipTests
java -Djavax.net.ssl.keyStorePassword={{generic_secret:<word62_14>}} -jar rag.jar
gradle publish -PossrhPassword={{generic_secret:<strong>}}
ansible: changed: [db-3] => {"changed": true, "cmd": "useradd svc -p {{generic_secret:<word62_20>}}"}
ansible_become_pass: {{generic_secret:<strong>}}
ansible-vault password: {{generic_secret:<chosen>}}
puppet: Exec[create user]: mysqladmin -u root password '{{generic_secret:<strong>}}'
chef data bag item db: {"id":"db","root_pw":"{{generic_secret:<strong>}}"}
docker compose config: MYSQL_ROOT_PASSWORD: {{generic_secret:<strong>}}
docker compose config: MINIO_SECRET_KEY: {{generic_secret:<word62_40>}}
helm upgrade rag . --set-string postgresql.auth.password={{generic_secret:<strong>}}
values.yaml diff: +   adminPassword: "{{generic_secret:<strong>}}"
terraform state: {"type":"random_password","instances":[{"attributes":{"length":24,"result":"{{generic_secret:<strong>}}"}}]}
terraform.tfvars: db_admin_pw = "{{generic_secret:<strong>}}"
cloudtrail: {"eventName":"CreateAccessKey","responseElements":{"accessKey":{"accessKeyId":"{{generic_secret:AKIA<base32_16>}}","status":"Active"}}}
sts: {"Credentials":{"AccessKeyId":"{{generic_secret:ASIA<base32_16>}}","SecretAccessKey":"{{generic_secret:<aws_secret>}}","SessionToken":"{{generic_secret:IQoJb3JpZ2luX2Vj<base64_200>}}"}}
lambda env: {"Variables":{"DB_PASS":"{{generic_secret:<strong>}}","LOG_LEVEL":"info"}}
{"mcpServers":{"github":{"command":"npx","env":{"GITHUB_PERSONAL_ACCESS_TOKEN":"{{generic_secret:ghp_<word62_36>}}"}}}}
{"mcpServers":{"search":{"args":["-y","mcp-search","--api-key={{generic_secret:<word62_32>}}"]}}}
{"mcpServers":{"db":{"args":["postgresql://ro:{{generic_secret:<strong>}}@db-3/rag"]}}}
n8n node HTTP Request: {"authentication":"genericCredentialType","headerParameters":{"parameters":[{"name":"X-API-KEY","value":"{{generic_secret:<word62_40>}}"}]}}
postman: {"key":"apikey","value":"{{generic_secret:<hex_40>}}","type":"string"}
har: {"name":"Authorization","value":"Bearer {{generic_secret:<token_jwt>}}"}
har: {"name":"Cookie","value":"sid={{generic_secret:<url64_43>}}; lang=de"}
curl -H 'X-Api-Key: {{generic_secret:<word62_32>}}' -H 'Accept: */*' https://api.contoso.io/v1
curl -b 'session={{generic_secret:eyJ1c2VyIjo<base64_60>.<url64_6>.<url64_27>}}' https://app.contoso.io/
curl "https://api.openweathermap.org/data/2.5/weather?q=Graz&appid={{generic_secret:<hex_32>}}"
GET https://maps.googleapis.com/maps/api/geocode/json?address=Graz&key={{generic_secret:AIza<url64_35>}}
GET https://api.telegram.org/file/bot{{generic_secret:<bot>}}/photos/file_1.jpg
wss://stream.contoso.io/ws?access_token={{generic_secret:<url64_43>}}
amqps://rag:{{generic_secret:<url64_32>}}@moose.rmq.cloudamqp.com/rag
mqtt connect client=edge-7 username=edge password={{generic_secret:<word62_16>}} keepalive=60
mongodb+srv://rag:{{generic_secret:<word62_16>}}@cluster0.ab1cd.mongodb.net/?retryWrites=true
influxdb: Authorization: Token {{generic_secret:<url64_86>==}}
couchbase://cb-1 user=rag pwd={{generic_secret:<strong>}}
nats://{{generic_secret:<word62_32>}}@nats-1:4222
sftp rag@files: trying password "{{generic_secret:<strong>}}"
DEBUG paramiko: connecting with passphrase={{generic_secret:<chosen>}}
DEBUG requests_oauthlib: client_secret='{{generic_secret:<url64_32>}}', token={'access_token': '{{generic_secret:<url64_64>}}'}
DEBUG botocore.auth: StringToSign secret={{generic_secret:<aws_secret>}}
DEBUG httpx: headers={'x-goog-api-key': '{{generic_secret:AIza<url64_35>}}'}
DEBUG openai._base_client: Request options: {'headers': {'api-key': '{{generic_secret:<hex_32>}}'}, 'url': '/chat/completions'}
litellm_params={'model': 'azure/gpt-4o', 'api_key': '{{generic_secret:<word62_84>}}', 'api_base': 'https://x.openai.azure.com'}
langchain: ChatAnthropic(model='claude-3', anthropic_api_key='{{generic_secret:sk-ant-api03-<url64_93>AA}}')
zhipu: invalid api key {{generic_secret:<hex_32>.<word62_16>}}
coze: authentication failed for {{generic_secret:pat_<word62_64>}}
humanloop key {{generic_secret:hl_sk_<hex_48>}} has no access to the project
promptlayer: {{generic_secret:pl_<hex_32>}} expired
helicone-auth: Bearer {{generic_secret:sk-helicone-<alnum_7>-<alnum_7>-<alnum_7>-<alnum_7>}}
langwatch key={{generic_secret:sk-lw-<word62_48>}}
nomic login {{generic_secret:nk-<url64_43>}}
roboflow: could not open workspace with api_key {{generic_secret:<word62_20>}}
clearml: access_key={{generic_secret:<upper_20>}} secret_key={{generic_secret:<word62_50>}}
label-studio token {{generic_secret:<hex_40>}} is not valid for user 4
cohere.errors.UnauthorizedError: invalid api token: {{generic_secret:<word62_40>}}
mistral 401 Unauthorized for key {{generic_secret:<word62_32>}}
serpapi: Invalid API key. Your API key should be here: {{generic_secret:<hex_64>}}
pusher app_id=<digits_7> key=<hex_20> secret={{generic_secret:<hex_20>}}
sonos: bearer {{generic_secret:<uuid>}} accepted
wifi: {"ssid":"lab","wpa_passphrase":"{{generic_secret:<chosen>}}"}
homeassistant: long-lived token {{generic_secret:<token_jwt>}}
zigbee network_key: {{generic_secret:<bighex_32>}}
SAML: POST /acs RelayState=x&SAMLResponse={{generic_secret:PHNhbWxwOlJlc3BvbnNl<base64_200>}}
kerberos: kinit -k failed, password for svc@CORP is {{generic_secret:<strong>}}
runas /user:CONTOSO\ops with password {{generic_secret:<strong>}}
gpg --batch --passphrase {{generic_secret:<chosen>}} -d keys.gpg
openssl enc -aes-256-cbc -k {{generic_secret:<strong>}} -in a -out b
zip -P {{generic_secret:<strong>}} out.zip logs/
restic: RESTIC_PASSWORD={{generic_secret:<strong>}}
age key {{generic_secret:AGE-SECRET-KEY-1<base32_58>}}
ssh-keygen -t ed25519 -N '{{generic_secret:<chosen>}}' -f id
bitcoin-cli walletpassphrase "{{generic_secret:<chosen>}}" 60
eth: export PRIVATE_KEY=0x{{generic_secret:<hex_64>}}
solana keypair secret={{generic_secret:<word62_88>}}
slack: {"text":"the root password for gpu-3 is {{generic_secret:<chosen>}}"}
{"role":"user","content":"log in as admin with {{generic_secret:<chosen>}} and tell me the balance"}
{"role":"user","content":"Here are my credentials. username: lena, password: {{generic_secret:<chosen>}}"}
{"role":"user","content":"mein Passwort lautet {{generic_secret:<chosen>}} bitte ändern"}
{"role":"user","content":"mi contraseña es {{generic_secret:<chosen>}} y no funciona"}
{"role":"user","content":"mon mot de passe est {{generic_secret:<chosen>}}"}
{"tool":"bash","input":{"command":"export GITHUB_TOKEN={{generic_secret:github_pat_11<word62_20>_<word62_59>}} && git push"}}
{"tool":"http","input":{"headers":{"Authorization":"Bearer {{generic_secret:<word62_40>}}"}}}
{"tool":"write_file","input":{"path":".env","content":"DB_PASSWORD={{generic_secret:<strong>}}\nDEBUG=1\n"}}
{"tool_result":"Host prod\n  User deploy\n  Password {{generic_secret:<strong>}}\n"}
kafka connect: "connection.password": "{{generic_secret:<strong>}}"
kafka: ssl.truststore.password={{generic_secret:<word62_12>}}
grafana.ini: admin_password = {{generic_secret:<strong>}}
grafana: secretKey={{generic_secret:<word62_20>}}
n8n: N8N_ENCRYPTION_KEY={{generic_secret:<base64_32>}}
nextauth: NEXTAUTH_SECRET={{generic_secret:<base64_43>=}}
laravel: APP_KEY=base64:{{generic_secret:<base64_43>=}}
symfony: APP_SECRET={{generic_secret:<hex_32>}}
rails: RAILS_MASTER_KEY={{generic_secret:<hex_32>}}
flask: app.secret_key = b'{{generic_secret:<word62_24>}}'
fernet key {{generic_secret:<url64_43>=}} loaded from /etc/airflow
wordpress: define('AUTH_KEY', '{{generic_secret:<word62_64>}}');
php: define("DB_PASSWORD", "{{generic_secret:<strong>}}");
{"Passenger":{"FirstName":"{{person:<first>}}","LastName":"{{person:<last>}}","SeatNo":"14C"}}
{:name=>"{{person:<person>}}", :email=>"{{email:<mail>}}"}
&{Name:{{person:<person>}} Phone:{{phone:<phone_e164>}} Plan:pro}
User(id=41, name='{{person:<person>}}', email='{{email:<mail>}}')
Person { name: "{{person:<person>}}", age: 41 }
["name"]=> string(12) "{{person:<person>}}" ["phone"]=> string(12) "{{phone:<phone_e164>}}"
{"lead":{"name":"{{person:<person>}}","company":"Contoso"}}
{"crm":{"accountOwner":"{{person:<person>}}","stage":"won"}}
{"hr":{"employee_name":"{{person:<person>}}","manager":"{{person:<person>}}"}}
{"claimant":"{{person:<person>}}","claim_no":"K-<digits_7>"}
{"visitor":{"name":"{{person:<person>}}","host":"{{person:<person>}}"}}
{"student":{"name":"{{person:<person>}}","grade":"B"}}
{"witness":"{{person:<person>}}"}
{"from_name":"{{person:<person>}}","to_name":"{{person:<person>}}","subject":"Invoice"}
{"author":{"name":"{{person:<person>}}"},"commits":3}
{"commit":{"author":"{{person:<person>}} <{{email:<mail>}}>"}}
{"delivery":{"contactPerson":"{{person:<person>}}","phone":"{{phone:<phone_intl>}}"}}
{"account_holder_name":"{{person:<person_upper>}}","iban":"{{iban:<iban_any>}}"}
{"insured_person":"{{person:<person>}}","policy":"P<digits_8>"}
{"interpreter":"{{person:<person>}}","lang":"tr"}
{"nachname":"{{person:<last>}}","vorname":"{{person:<first>}}","plz":"{{address:<digits_5>}}"}
{"nome":"{{person:<first>}}","cognome":"{{person:<last>}}"}
{"namn":"{{person:<name_se>}}","ort":"Lund"}
{"nimi":"{{person:<name_fi>}}"}
csv: {{person:<first>}},{{person:<last>}},{{email:<mail>}},{{phone:<phone_us>}}
Author: {{person:<person>}} <{{email:<mail>}}>
Signed-off-by: {{person:<person>}} <{{email:<mail>}}>
git blame: <hex_8> ({{person:<person>}} 2026-06-02 08:11:42 +0200 41) return x
To: "{{person:<person>}}" <{{email:<mail>}}>
BEGIN:VCARD<nl>FN:{{person:<person>}}<nl>TEL:{{phone:<phone_e164>}}<nl>END:VCARD
ATTENDEE;CN="{{person:<person>}}":mailto:{{email:<mail>}}
zoom: participant {{person:<person>}} left the meeting
whisper: "Hello, my name is {{person:<person>}} and I am calling about my order."
OCR: Mr {{person:<person>}} was born on {{dob:<birth_us>}}
The contract was signed by {{person:<person>}} yesterday.
{"content":"Ask {{person:<person>}} from accounting for the invoice."}
{"content":"I talked to {{person:<person>}}, she said it is fine."}
{"content":"Lieber Herr {{person:<last>}}, Ihre Bestellung ist unterwegs."}
{"content":"Summary: {{person:<person>}} complained about a late delivery."}
{"entities":[{"text":"{{person:<person>}}","label":"PERSON"}]}
{"answer":"The employee with the highest score is {{person:<person>}}."}
ticket opened by {{person:<person>}}: printer broken
escalated to {{person:<person>}} (team lead)
incoming call {{phone:<phone_e164>}} -> ext 41
shipment to {{address:<street>}}, <city>
ssh: Accepted publickey from {{ip:<ip>}} port 51144
waf: blocked {{ip:<ip_any>}} rule 941100
arp: {{mac:<mac_lower>}} is at <inside_ip>
"""

NEGATIVE = r"""
machine api.heroku.com login not found in netrc
default password policy applied to 41 users
Password:
{:password=>"[FILTERED]", :user=>"svc"}
Parameters: {"utf8"=>"x", "session"=>{"password"=>"[FILTERED]"}}
Array ( [host] => db-3 [password] => [port] => 3306 )
loaded config {Host:db-3 Port:5432 User:rag Password:*** SSLMode:require}
Config { token: None, retries: 3 }
Config { api_key: Secret([REDACTED]), timeout: 30s }
DataSourceProperties(url=jdbc:postgresql://db-3/rag, username=rag, password=******, poolSize=10)
$env:API_KEY = $null
set API_KEY=%SECRET%
kubectl create secret generic rag --from-file=./key.pem
ansible: ok: [db-3] => {"censored": "the output has been hidden due to the fact that 'no_log: true' was specified"}
docker compose config: MYSQL_ROOT_PASSWORD: ${MYSQL_ROOT_PASSWORD:?unset}
docker compose config: POSTGRES_PASSWORD_FILE: /run/secrets/pg
helm: password: {{ .Values.auth.password | b64enc }}
values.yaml: existingSecret: rag-db
values.yaml: passwordKey: postgres-password
terraform: password = (sensitive value)
terraform: secret_id = (known after apply)
terraform: resource "random_password" "db" will be created
aws_secretsmanager_secret.db: Refreshing state... [id=arn:aws:secretsmanager:eu-central-1:<digits_12>:secret:db-<word62_6>]
aws_iam_access_key.ci: Refreshing state...
vault kv get secret/rag: version 4, created 2026-06-02T08:11:42Z
vault token lookup: accessor <word62_24>, ttl 767h
mcp: env GITHUB_PERSONAL_ACCESS_TOKEN not set
{"mcpServers":{"github":{"env":{"GITHUB_PERSONAL_ACCESS_TOKEN":"${input:github_token}"}}}}
{"mcpServers":{"x":{"env":{"API_KEY":"<YOUR_KEY_HERE>"}}}}
{"inputs":[{"type":"promptString","id":"api-key","description":"API Key","password":true}]}
{"name":"X-Request-Id","value":"<uuid>"}
{"key":"content-type","value":"application/json"}
{"key":"color_token","value":"brand-primary-600"}
{"type":"password","name":"Password","required":true}
{"field":"password","error":"too_short","min":12}
{"rule":"generic-api-key","file":"config.py","line":41,"secret":"REDACTED"}
gitleaks: 3 leaks found, 1.2 MB scanned in 41ms
trufflehog: verified_secrets 0 unverified_secrets 0
csrf: token mismatch for session <hex_8>
oauth: redirect to https://id.contoso.io/authorize?client_id=rag&response_type=code&state=<url64_22>&nonce=<url64_22>
oauth: code_challenge=<url64_43>&code_challenge_method=S256
openid: {"kid":"<hex_40>","alg":"RS256","use":"sig"}
jwt: {"alg":"RS256","typ":"JWT","kid":"<url64_22>"} verified
jwt expired at 2026-06-02T08:11:42Z, current time 2026-06-02T09:11:42Z
token_hash=<hex_64> revoked=false
api key hash mismatch: <hex_64>
fingerprint sha256:<base64_43>
cert pin sha256/<base64_43>=
dkim=pass header.i=@contoso.io header.s=s1 header.b=<base64_8>
Received: by mail-ej1.google.com with SMTP id <alnum_16> for <alnum_6>
Message-ID: <CA+<word62_20>@mail.gmail.com>
X-Amzn-Trace-Id: Root=1-<hex_8>-<hex_24>;Parent=<hex_16>;Sampled=1
x-envoy-peer-metadata-id: sidecar~<inside_ip>~rag-<hex_10>-<alnum_5>.prod~prod.svc.cluster.local
{"etag":"CJ<word62_10>=","generation":"17<digits_14>","md5Hash":"<base64_22>=="}
{"blobId":"<base64_43>=","crc32c":"<base64_6>=="}
{"sha":"<hex_40>","tree":"<hex_40>","parents":["<hex_40>"]}
{"layers":["sha256:<hex_64>","sha256:<hex_64>"]}
{"build_id":"<hex_40>","gnu_debuglink":"rag.debug"}
go.sum: github.com/spf13/cobra v1.8.0 h1:<base64_43>=
yarn.lock: integrity sha512-<base64_86>==
Cargo.lock checksum = "<hex_64>"
pip: hash mismatch: Expected sha256 <hex_64> Got <hex_64>
poetry.lock content-hash = "<hex_64>"
npm notice shasum: <hex_40>
brew: ==> Verifying checksum for '<hex_64>--rag-1.4.tar.gz'
helm.sh/chart=rag-1.4.2 pod-template-hash=<hex_10>
kubelet: volume pvc-<uuid> attached
containerd: snapshot <hex_64> removed
zookeeper: sessionid 0x<hex_15> timeout 30000
kafka: producerId=<digits_6> epoch=0 transactionalId=rag-tx-<digits_2>
kafka: cluster id <url64_22>, broker 3
elasticsearch: _id <url64_20> _version 3 _seq_no <digits_6>
mongodb: ObjectId("<hex_24>") matched 1
dynamodb: LastEvaluatedKey {"pk":"t#<digits_5>","sk":"r#<digits_9>"}
sqs: ReceiptHandle AQEB<base64_120>== deleted
kinesis: shardIterator AAAAAAAAAA<base64_100>== expired
next_token: <base64_60>== has more
pageToken=<base64_44> pageSize=100
nextPageToken: Ck<base64_40>
continuation: {"token":"+RID:<base64_20>#RT:1","range":{"min":"","max":"FF"}}
spark: token renewal thread started
sentencepiece: unk_id=0 bos_id=1 eos_id=2 pad_id=-1
special_tokens_map: {"cls_token":"[CLS]","mask_token":"[MASK]","sep_token":"[SEP]"}
added_tokens: ["<|im_start|>","<|im_end|>","<TOOLCALL>"]
stop_token_ids: [151643, 151645], ignore_eos=False
tokens=[31373, 11, 995] text=['Hello', ',', ' world']
{"content":"","token":{"id":<digits_5>,"text":"Secretary","special":false}}
{"logprobs":{"content":[{"token":"Password","logprob":-0.<digits_4>}]}}
{"delta":{"type":"signature_delta","signature":"<base64_300>"}}
{"type":"redacted_thinking","data":"<base64_300>"}
{"reasoning":{"id":"rs_<hex_48>","summary":[]}}
{"conversation":"conv_<hex_48>","previous_response_id":"resp_<hex_48>"}
{"container":{"id":"cntr_<hex_32>"},"code_interpreter":true}
{"item_id":"item_<word62_21>","event_id":"event_<word62_21>"}
{"voice_session":"sess_<word62_21>","modalities":["audio"]}
{"upload_id":"<base64_88>--","part":3}
{"speaker":"SPEAKER_01","start":4.12,"end":9.<digits_2>}
{"name":"bbox_head.fc_cls.weight","shape":[81,1024]}
{"name":"transformer.h.<digits_2>.attn.c_attn.weight"}
{"name":"Llama Four Scout","params":"109B"}
{"name":"Claude Sonnet","context":200000}
{"name":"Stable Diffusion","version":"3.5"}
{"name":"Nous Hermes","quant":"Q4"}
{"name":"Dolphin Mixtral"}
{"name":"Marco Polo","type":"dataset"}
{"name":"Casa Blanca","category":"restaurant"}
{"name":"Villa Rosa","rooms":4}
{"name":"San Marino","iso":"SM"}
{"name":"Tom Tom","sku":"<upper_8>"}
{"name":"Harley Davidson","model":"Sportster"}
{"name":"Estee Lauder Serum","ean":"<digits_13>"}
{"name":"Aunt Jemima","qty":2}
{"name":"Victoria Falls","country":"ZW"}
{"name":"Lake Louise","kind":"lake"}
{"name":"Mount Elbert"}
{"name":"Port Elizabeth","harbor":true}
{"name":"Fort Wayne"}
{"name":"Salt Lake City"}
{"name":"Ana Capri","beach":true}
{"name":"Lee Filters","brand":true}
{"name":"Blue Moon","abv":5.4}
{"name":"Retry Policy","value":3}
{"name":"Inbox Zero","kind":"workflow"}
{"name":"Lead Qualifier","type":"agent"}
{"name":"Email Summarizer","enabled":true}
{"display_name":"Sales Copilot"}
{"display_name":"GitHub Actions"}
{"author":"Renovate Bot","files":3}
{"author":"Apache Software Foundation"}
{"creator":"Adobe InDesign"}
{"owner":"Platform Team"}
{"assignee":"Triage Queue"}
{"reviewer":"Code Owners"}
{"customer":"Contoso Retail"}
{"client":"Okhttp Client"}
{"contact":"Help Desk"}
{"sender":"Mailer Daemon"}
{"speaker":"Left Channel"}
{"manager":"Resource Manager"}
{"patient":"false"}
{"subject":"Weekly Digest"}
{"employee":"Full Time"}
{"city":"Saint Paul","state":"MN"}
{"user":{"name":"Guest User"}}
{"content":"Visit the Golden Gate Bridge, Alcatraz Island and Lombard Street."}
{"content":"Play Clair de Lune by Debussy in the Living Room."}
{"content":"Use Gradient Boosting or Random Forest; tune Max Depth first."}
{"content":"Add Worcester Sauce and Dijon Mustard to the Caesar Dressing."}
{"content":"The Johnson Noise of the resistor exceeds the Shot Noise."}
Loading Bert For Sequence Classification from cache
Running Alembic Upgrade Head on schema rag
Starting Uvicorn Worker <digits_4>
Spring Boot Admin registered as Order Service
Windows Server Datacenter build 20348.<digits_4>
temperature 21.<digits_2>, pressure 1013.<digits_2>, wind 4.<digits_2>
roi=(<digits_3>, <digits_3>, <digits_3>, <digits_3>) conf=0.<digits_4>
keypoints: 0.<digits_6>,0.<digits_6>,0.<digits_6>
lidar x=12.<digits_6> y=-7.<digits_6> z=0.<digits_6>
pid 4711 rss <digits_8> vms <digits_9>
v8 heap 0x<hex_12> scavenges <digits_3>
rev <digits_4>.<digits_2>.<digits_2>.<digits_3> of the bootloader
TLS 1.3 cipher ECDHE-RSA-AES256-GCM-SHA384
pci id 10de:<hex_4> subsystem 10de:<hex_4>
disk serial S<upper_14> model MZVL21T0
meter reading <digits_8> kWh, contract <digits_10>
case <digits_3>-<digits_7>-<digits_7> closed
batch 2026-<digits_4>-<digits_4> posted
"""
