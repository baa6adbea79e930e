"""Labelled log lines of services that have nothing to do with the logs the rules were first measured on.

Written from what such services log, in many languages. ``{{kind:value}}`` marks what is to be found; ``<name>`` is drawn by
:class:`tests.bench.pii_values.Values`. Lines without marks are hard negatives.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tests.analysis.pii.templates import Labelled, labelled
from tests.bench.pii_values import Values

_BREAK = "\x01"  # stands for a line break inside a record until lines are apart
_DRAWN = re.compile(r"<([a-z]+[a-z0-9_]*)>")

POSITIVE = r"""
{"evt":"payment_intent.succeeded","charge":{"id":"ch_<word62_24>","billing_details":{"name":"{{person:<name_en>}}","email":"{{email:<email>}}","phone":"{{phone:<phone_intl>}}"},"amount":4200}}
{"gateway":"adyen","card":{"number":"{{credit_card:<card>}}","cvc":"{{card_extra:<digits_3>}}","holderName":"{{person:<name_nl>}}"}}
{"msg":"chargeback opened for {{credit_card:<card_spaced>}} by issuer","case":"CB-<digits_8>"}
{"payout":{"destination":{"iban":"{{iban:<iban_de>}}","account_holder":"{{person:<name_de>}}"},"status":"in_transit"}}
SEPA transfer rejected: creditor IBAN {{iban:<iban_nl_spaced>}} unknown, ref <uuid>
{"clinic":"north","appointment":{"patient_name":"{{person:<name_en>}}","dob":"{{dob:<birth>}}","mobile":"{{phone:<phone_us>}}"},"slot":"<time>"}
{"note":"Pt {{person:<name_en>}} (DOB {{dob:<birth>}}) c/o chest pain, MRN {{mrn:<digits_7>}}, BP 142/91, HR 88"}
{"hl7":"PID|1||{{mrn:<digits_8>}}^^^HOSP^MR||{{person:DOE^JANE}}","parsed":true}
{"channel":"chat","from":"visitor","text":"hi, it's {{person:<name_en>}} again, still no parcel. my mail is {{email:<email>}} and my cell is {{phone:<phone_us>}}"}
{"channel":"chat","from":"visitor","text":"Guten Tag, mein Name ist {{person:<name_de>}}, Sie erreichen mich unter {{phone:<phone_de>}} oder {{email:<email>}}."}
{"channel":"chat","from":"visitor","text":"Bonjour, je m'appelle {{person:<name_fr>}}, mon e-mail est {{email:<email>}}, merci de me rappeler au {{phone:+33 6 12 47 88 03}}"}
{"channel":"chat","from":"visitor","text":"Hola, soy {{person:<name_es>}}, mi DNI es {{es_nif:12345678Z}} y mi correo {{email:<email>}}"}
{"channel":"chat","from":"visitor","text":"Buongiorno, mi chiamo {{person:<name_it>}}, codice fiscale {{it_fiscal_code:RSSMRA85T10A562S}}, scrivetemi a {{email:<email>}}"}
{"channel":"chat","from":"visitor","text":"Olá, meu nome é {{person:<name_pt>}}, CPF {{br_cpf:529.982.247-25}}, celular {{phone:<phone_intl>}}"}
{"channel":"chat","from":"visitor","text":"Hallo, mijn naam is {{person:<name_nl>}}, mijn BSN is {{nl_bsn:111222333}}"}
{"channel":"chat","from":"visitor","text":"Dzień dobry, nazywam się {{person:<name_pl>}}, PESEL {{pl_pesel:44051401359}}, adres {{email:<email>}}"}
{"channel":"chat","from":"visitor","text":"Merhaba, adım {{person:<name_tr>}}, e-posta adresim {{email:<email>}}"}
{"channel":"chat","from":"visitor","text":"メールアドレスは{{email:<email>}}です。電話は{{phone:+81 90-1234-5678}}。"}
{"channel":"chat","from":"visitor","text":"我的邮箱是{{email:<email>}}，身份证号{{cn_ric:11010519491231002X}}"}
{"hr":{"employee":{"firstName":"{{person:Harriet}}","lastName":"{{person:Boyle}}","nationalInsuranceNumber":"{{uk_nino:QQ 12 34 56 C}}","homeAddress":"{{address:14 Larkspur Close, Leeds LS8 2QT}}"}}}
{"hr":"offer letter for {{person:<name_en>}} sent to {{email:<email>}}","salary":68000}
{"payroll":{"ssn":"{{us_ssn:<ssn>}}","routing_number":"{{bank_account:021000021}}","account_number":"{{bank_account:<digits_10>}}"}}
{"row":"W-2 import: SSN {{us_ssn:<ssn>}} does not match employer record"}
{"parcel":{"consignee":"{{person:<name_de>}}","street":"{{address:Lindenallee 27}}","zip":"50667","city":"Köln","phone":"{{phone:<phone_de>}}"}}
{"driver_note":"leave it with the neighbour at {{address:221 Cobblestone Road, Albany, NY 12203}}, ring {{phone:<phone_us>}}"}
{"stop":17,"geo":{"lat":{{geo:<lat>}},"lng":{{geo:<long>}}},"eta":"<time>"}
nginx: {{ip:<ip>}} - - [10/Feb/2026:13:55:36 +0000] "GET /account?email={{email:<email>}}&tab=2 HTTP/1.1" 200 5316 "-" "Mozilla/5.0"
nginx: {{ip:<ip6>}} - {{username:<user>}} [10/Feb/2026:13:55:36 +0000] "POST /login HTTP/2.0" 401 92
Feb 10 13:55:36 bastion sshd[2211]: Failed password for invalid user admin from {{ip:<ip>}} port 53122 ssh2
2026-02-10 13:55:36,120 WARN [auth-3] c.a.LoginFilter - too many attempts for {{email:<email>}} ip={{ip:<ip>}}
2026-02-10T13:55:36Z level=error msg="smtp: 550 no such user" rcpt={{email:<email>}} attempt=3
{"sql":"INSERT INTO customers (id, full_name, email, phone) VALUES (<digits_6>, '{{person:<name_en>}}', '{{email:<email>}}', '{{phone:<phone_intl>}}')"}
{"sql":"SELECT * FROM users WHERE email = '{{email:<email>}}' AND deleted_at IS NULL","ms":3.21}
{"err":"psycopg2.errors.UniqueViolation: duplicate key value violates unique constraint \"users_email_key\"\nDETAIL:  Key (email)=({{email:<email>}}) already exists.\n"}
{"exc":"Traceback (most recent call last):\n  File \"/srv/app/crm.py\", line 88, in load\nLookupError: no contact for {{phone:<phone_intl>}}"}
{"dsn":"mysql://report:{{url_password:<word62_14>}}@mysql-ro.prod.internal:3306/bi"}
{"broker":"amqps://worker:{{url_password:<word62_20>}}@rabbit.eu-1.internal/jobs"}
{"curl":"curl -u deploy:<word62_4> -H 'Authorization: Bearer {{bearer_token:<word62_40>}}' https://api.example.com/v2/jobs"}
{"req":{"headers":{"x-api-key":"{{generic_secret:<secret>}}","cookie":"sid={{session_id:<alnum_32>}}; locale=fr","x-real-ip":"{{ip:<ip>}}"}}}
{"req":{"headers":[["authorization","Bearer {{jwt:<jwt>}}"],["accept","*/*"]]}}
GET https://hooks.example.com/cb?access_token={{generic_secret:<secret>}}&state=<hex_16> 302
{"env":{"STRIPE_SECRET":"{{stripe_key:<stripe>}}","AWS_ACCESS_KEY_ID":"{{aws_access_key_id:<aws>}}","LOG_LEVEL":"debug"}}
{"tool_result":"export ANTHROPIC_API_KEY={{anthropic_key:<anthropic>}}\nexport PATH=/usr/bin"}
{"err":"401 Incorrect API key provided: {{openai_key:<openai>}}. Find yours at the dashboard."}
{"slack":{"bot":"{{slack_token:<slack>}}","ok":false}}
{"cfg":"{\"smtp\":{\"host\":\"mail.internal\",\"password\":\"{{password:<password>}}\"}}"}
[debug] connecting with user=svc_etl password={{password:<password>}} host=db-4
{"messages":[{"role":"user","content":"My passport number is {{passport:C4J8T1R6K}} and I was born on {{dob:<birth_dotted>}}, can I get a visa?"}]}
{"messages":[{"role":"user","content":"Draft a complaint to my landlord {{person:<name_en>}}, I live at {{address:58 Harbour Street, Apt 4B, Portland, ME 04101}}"}]}
{"messages":[{"role":"user","content":"Meine IBAN lautet {{iban:<iban_de>}}, geboren am {{dob:<birth_dotted>}}"}]}
{"args":"{\"to\":\"{{email:<email>}}\",\"cc\":[\"{{email:<email>}}\"],\"body\":\"Dear {{person:<name_en>}}, thanks for calling from {{phone:<phone_us>}}.\"}"}
{"args":"{\"customer\":{\"fullName\":\"{{person:<name_fr>}}\",\"birthDate\":\"{{dob:<birth>}}\"}}"}
{"path":"/Users/{{username:<user>}}/Downloads/invoices.csv","op":"read"}
{"cwd":"C:\\Users\\{{username:<user>}}\\work\\bot","pid":4411}
{"device":{"mac":"{{mac:<mac>}}","fw":"4.2.1"},"ap":"lobby"}
{"ticket":"Kundin {{person:<name_de>}}, Tel. {{phone:<phone_de>}}, möchte kündigen"}
{"wallet":"{{btc:1BoatSLRHtKNngkdXEeobR76b53LETtpyT}}","sats":120000}
{"claim":{"policy_holder":"{{person:<name_it>}}","plate":"{{vehicle:AB 123 CD}}","iban":"{{iban:<iban_de>}}"}}
{"student":{"surname":"{{person:Ballesteros}}","given_name":"{{person:Rocío}}","guardian_phone":"{{phone:<phone_intl>}}"}}
{"booking":{"passengers":[{"first":"{{person:Thaís}}","last":"{{person:Nogueira}}","passportNo":"{{passport:FN482913}}"}],"pnr":"<hex_6>"}}
"""

NEGATIVE = r"""
{"evt":"checkout.started","cart":"<uuid>","items":3,"total":<float>,"currency":"EUR"}
{"order":{"number":"<digits_12>","sku":"B0<hex_8>","ean":"<digits_13>"},"status":"packed"}
{"order_number":"<not_card>","lines":4}
{"tracking":"1Z<digits_16>","carrier":"ups","leg":2}
{"build":"<digits_9>","commit":"<sha>","branch":"main"}
{"pipeline":<digits_10>,"runner":"shared-<digits_4>","sha":"<sha>"}
{"embedding":[<floats>],"dim":24}
{"vec_b64":"<embedding>","norm":<float>}
{"step":<digits_5>,"loss":<float>,"grad_norm":<float>,"lr":0.0003,"tokens":<digits_9>}
{"ts":<epoch_ms>,"span":"<hex_16>","trace":"<hex_32>","parent":null}
{"ts":"<time>","msg":"heartbeat","peer":"<private_ip>","rtt_ms":<float>}
{"node":"gpu-<digits_2>","ip":"<private_ip>","driver":"<version4>","cuda":"12.4"}
{"msg":"firmware <version4> installed, previous <version4>"}
{"ua":"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/<version4> Safari/537.36"}
{"msg":"container image registry.local:5000/team/api@sha256:<hex_64> pulled"}
{"msg":"pip install torch==2.4.1 numpy==1.26.4 resolved in <float>s"}
{"req":"<uuid>","idempotency_key":"<uuid>","attempt":2}
{"usage":{"input_tokens":<digits_4>,"output_tokens":<digits_3>,"cache_read_tokens":0,"reasoning_tokens":<digits_4>}}
{"model":"claude-sonnet-4-20250514","max_tokens":8192,"stop":["\n\nHuman:"]}
{"model":"gpt-4o-2024-11-20","seed":<digits_9>,"finish_reason":"length"}
{"ckpt":"/data/runs/<hex_8>/step_<digits_6>/model.safetensors","bytes":<digits_11>}
{"msg":"Password reset e-mail queued","template":"password_reset_v3"}
{"msg":"invalid token","token":"<null>","expires_in":3600}
{"config":{"api_key":"${PAYMENTS_API_KEY}","password":"********","dsn":"postgres://user:${PG_PASSWORD}@db/app"}}
{"config":{"secret_name":"prod/db","key_id":"<uuid>","public_key":"ssh-ed25519"}}
{"help":"Set OPENAI_API_KEY=sk-... before you start, see the docs"}
{"content":"Summarise the Treaty of Westphalia and the Peace of Augsburg in Central Europe."}
{"content":"Explain how Red Black Trees compare with Skip Lists in Open Source databases."}
{"content":"What is the capital of New Zealand and who discovered South Georgia?"}
{"content":"In Monty Python and the Holy Grail, what is the air speed of a swallow?"}
{"content":"The Great Wall runs through Northern China. The Forbidden City lies in Beijing."}
{"content":"Compare Amazon Web Services with Google Cloud Platform and Microsoft Azure."}
{"content":"Der Kölner Dom steht neben dem Hauptbahnhof, die Hohe Straße ist 680 Meter lang."}
{"content":"La Tour Eiffel mesure 330 mètres et pèse 10 100 tonnes."}
{"content":"El Museo del Prado abrió en 1819; hoy recibe 3 200 000 visitantes."}
{"content":"Release 2026.02.10 fixes 14 issues in 3 modules; see section 4.1.2.7"}
{"content":"Call the function parse_phone(number) with 3 arguments, not 2"}
{"content":"ISO 8601 dates such as 2026-02-10 sort well; 1999-12-31 too"}
{"content":"pi is 3.14159265358979 and e is 2.71828182845905"}
{"content":"Chapter 12 Main Results, Table 4 Ablation Study, Figure 3 Error Rates"}
[2026-02-10 13:55:36] worker[<digits_5>]: task <uuid> finished in <float>s
2026-02-10 13:55:36,120 INFO [http-nio-8080-exec-3] o.a.c.c.C.[Tomcat] - Initializing Spring DispatcherServlet
I0210 13:55:36.120394 1 leaderelection.go:257] attempting to acquire leader lease kube-system/<hex_8>
Feb 10 13:55:36 node3 kernel: [<digits_6>.<digits_6>] eth0: link up, 1000Mbps, full-duplex, lpa 0xC1E1
127.0.0.1 - - [10/Feb/2026:13:55:36 +0000] "GET /healthz HTTP/1.1" 200 2 "-" "kube-probe/1.29"
time=<time> level=info msg="rolled out" deploy=api-<hex_10> replicas=3/3
{"name":"checkout-service","host":"ip-10-0-3-44.eu-west-1.compute.internal","user":"root"}
{"repository":"git@gitlab.internal:team/model-cards.git","author":"renovate[bot]"}
{"deps":["@nestjs/core@10.3.2","react@18.3.1","left-pad@1.3.0"]}
{"cron":"*/5 * * * *","next":"<time>","job_id":<digits_8>}
{"matrix":[[0.1,0.2],[0.3,0.4]],"rank":2,"cond":<float>}
{"isbn":"978-0-13-468599-1","issn":"2049-3630","doi":"10.1145/3292500.3330701"}
{"mem":{"rss":<digits_10>,"vms":<digits_11>,"shared":<digits_8>},"pid":<digits_5>}
{"flight":"LH<digits_3>","gate":"B27","seat":"14C"}
{"part":"<digits_3>-<digits_2>-<digits_3>","bin":"A-14-07","qty":12}
{"ticket":"INC<digits_7>","sla":"4h","queue":"L2"}
{"coords":{"x":<float>,"y":<float>,"z":<float>},"frame":<digits_4>}
{"hash":"$2b$12$<word62_53>","algo":"bcrypt","ok":true}
{"etag":"W/\"<hex_32>\"","age":120}
{"arn":"arn:aws:lambda:eu-west-1:<digits_12>:function:resize","mem":512}
{"k8s":{"pod":"api-<hex_9>-x7k2p","uid":"<uuid>","container_id":"containerd://<hex_64>"}}
{"partition":7,"offset":<digits_10>,"key":"user.created","lag":0}
{"fields":["email","phone","ssn","card_number"],"masked":true}
{"schema":{"email":"string","password":"string","date_of_birth":"date"}}
{"validation":{"email":"is required","phone":"must not be empty","iban":"has a bad checksum"}}
{"feature_flags":{"show_phone":true,"require_password":false,"token_rotation":"daily"}}
{"metrics":{"p50":<float>,"p99":<float>,"count":<digits_6>},"window":"5m"}
{"serial":"<digits_15>","mac_vendor":"unknown","port":51820}
{"llm":{"prompt_hash":"<hex_64>","temperature":0.2,"logprobs":[<floats>]}}
{"phase":"born","generation":14,"population":2048,"best":<float>}
"""


def lines(
    seed: int, text: str = POSITIVE + NEGATIVE, repeats: int = 20, values_type: type[Values] = Values
) -> list[Labelled]:
    """Return all templates ``repeats`` times, each with values of its own."""
    values = values_type(seed)
    text = text.replace("<null>", "null").replace("<nl>", _BREAK).strip()
    made = labelled("\n".join(_filled(line, values) for _ in range(repeats) for line in text.splitlines() if line))
    return [replace(one, line=one.line.replace(_BREAK.encode(), b"\n")) for one in made]


def _filled(line: str, values: Values) -> str:
    return _DRAWN.sub(lambda name: values.draw(name[1]) if values.knows(name[1]) else name[0], line)
