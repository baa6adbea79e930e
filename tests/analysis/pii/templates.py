"""Labelled log lines, written by hand: texts, fields and hard negatives of their own kind, after the rules were written.

``{kind:value}`` marks a value that is to be found. Values are invented; numbers carry valid check digits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"\{\{(\w+):(.*?)\}\}")

POSITIVE = r"""
{"mail":{"subject":"Your parcel","body":"Hi {{person:Gudrun}}, it is on its way."}}
{"patient":{"given":["{{person:Gudrun}}","{{person:Maria}}"],"family":"{{person:Tauber}}"},"ward":3}
{"shipTo":{"postal_code":"{{address:8010}}","country":"AT"},"nationality":"{{demographic:Austrian}}"}
{"lvl":"info","msg":"signup ok","acct":{"emailAddress":"{{email:petra.lindqvist@bahnhof.se}}","givenName":"{{person:Petra}}","familyName":"{{person:Lindqvist}}"}}
{"lvl":"info","msg":"otp sent","to_phone":"{{phone:+46 70 123 45 67}}"}
{"turns":[{"from":"human","value":"Hello, my name is {{person:Oliver Brandt}} and my flight was cancelled."},{"from":"gpt","value":"Sorry to hear that."}]}
{"turns":[{"from":"human","value":"you can text me on {{phone:(646) 555-0187}} or {{email:obrandt84@posteo.de}}"}]}
{"input":"what is wrong with card {{credit_card:5500 0000 0000 0004}}? it was rejected twice","output":"I cannot see cards."}
{"kwargs":"{\"customer_email\": \"{{email:k.osei@vodafone.com.gh}}\", \"plan\": \"pro\"}"}
{"event":"payout","iban":"{{iban:FR1420041010050500013M02606}}","holder_name":"{{person:Camille Fournier}}"}
{"event":"payout","note":"sent to {{iban:NL91 ABNA 0417 1643 00}} today"}
{"http":{"client_ip":"{{ip:93.184.216.34}}","ua":"curl/8.5.0"}}
{"msg":"blocked 17 requests from {{ip:185.220.101.4}} in 60s"}
{"msg":"peer {{ip:2606:2800:220:1:248:1893:25c8:1946}} disconnected"}
{"device":{"wifi_mac":"{{mac:a4:83:e7:12:9b:4c}}","os":"ios"}}
{"hr":{"ssn":"{{us_ssn:219-09-4321}}","dateOfBirth":"{{dob:1979-11-23}}"}}
{"q":"My social security number is {{us_ssn:412-55-9087}}, can I file jointly?"}
{"q":"she was born on {{dob:4 March 1991}} in Leeds"}
{"donation":{"wallet":"{{btc:1BoatSLRHtKNngkdXEeobR76b53LETtpyT}}"}}
2026-02-03 10:11:12,345 INFO app.auth: login failed for {{email:sam_w@fastmail.com}} from {{ip:151.101.1.69}}
2026-02-03 10:11:12,345 ERROR app.db: could not connect: postgres://billing:{{url_password:h7Gt2pQx9z}}@db3:5432/main
2026-02-03 10:11:13,001 DEBUG httpx: headers={'Authorization': 'Bearer {{bearer_token:v2.local.Zk3bQ9sT1xYw7LmN4pRc8}}'}
2026-02-03 10:11:13,002 WARNING app.mail: recipient {{email:m.kowalska@wp.pl}} bounced: mailbox full
INFO:root:Processing request for user phone={{phone:+4915112345678}} amount=12.50
DEBUG:worker:env OPENAI_API_KEY={{openai_key:sk-proj-A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8S9t0}} loaded
DEBUG:worker:db_password={{password:tr0ub4dor&3}} pool=5
{"config":{"clientSecret":"{{generic_secret:8Qz~uV3kLp0_sXw2RtYb7NcE}}","timeout":30}}
{"config":{"aws_secret_access_key":"{{aws_secret_key:wJalrXUtnFEMIK7MDENGbPxRfiCYzzQw8rLk3Pqs}}","region":"eu-west-1"}}
{"error":"invalid x-api-key: {{stripe_key:sk_live_4eC39HqLyjWDarjtT1zdp7dc}}."}
{"step":"tool","stdout":"GITLAB_TOKEN={{gitlab_token:glpat-Xk3_9vQz7LmT2bRw5YnP}}\nok"}
{"raw_prompt":"Patient {{person:Hanna Virtanen}}, MRN {{mrn:00418273}}, DOB {{dob:12/05/1958}}, BP 130/80"}
{"q":"Ship it to {{address:18 Maple Street, Portland, OR 97205}} please"}
{"path":"/Users/{{username:jkowalski}}/projects/eval/run.py"}
{"loc":{"latitude":{{geo:52.52437}},"longitude":{{geo:13.41053}}}}
{"kyc":"DNI {{es_nif:12345678Z}} verified"}
{"kyc":"PESEL {{pl_pesel:44051401359}} verified"}
{"kyc":"codice fiscale {{it_fiscal_code:RSSMRA85T10A562S}}"}
{"content":"Best regards,\nMartin Feldmann\n{{email:martin.feldmann@gmx.net}}"}
{"cookie":"lang=de; sessionid={{session_id:q8w7e6r5t4y3u2i1o0p9a8s7d6f5g4h3}}; theme=dark"}
[10:02] {{person:Nathan}}: morning, did it finish?
<ns:Customer><ns:Email>{{email:oskar99@web.de}}</ns:Email><CardNumber>{{credit_card:4539578763621486}}</CardNumber></ns:Customer>
level=warn msg="login failed" user={{username:gpugh84}} attempts=3
sshd[4411]: Accepted publickey for {{username:hboyle}} from {{ip:81.2.69.160}} port 40022 ssh2
redis: SETEX otp:{{phone:+33612412496}} 300 123456
"""

NEGATIVE = r"""
{"mail":{"subject":"Your parcel","body":"Hi team, Hello World, Dear Customer, it is on its way."}}
{"zip":"backup.zip","zipcode":"missing","nationality":"unknown1","pass":["test_one","test_two"]}
{"sms":{"sid":"SM0123456789abcdef0123456789abcdef","status":"sent"}}
{"lvl":"info","msg":"loaded 48 shards in 3.2204518s","trace":"7f3c2a9be1d04c55a0b9e7d2f1c3b4a5"}
{"span_id":"00f067aa0ba902b7","duration":1722.4411093,"ts":1767225600123456789}
{"invoice":"INV-2026-000412","order_id":"4929114563327781","total":129.00}
{"order_id":"6011448209117735","qty":2}
{"msg":"nvidia driver 550.90.7.1 with cuda 12.4.1.2 found"}
{"msg":"upgraded libssl 3.0.13.1 -> 3.0.14.2"}
{"deps":["@babel/core@7.24.0","torch@2.3.1","vue@3.4.21"]}
{"msg":"git clone git@github.com:acme/agent.git"}
{"usage":{"prompt_tokens":1834,"completion_tokens":221,"max_tokens":4096,"token_type":"bearer"}}
{"msg":"password reset link was sent","password_changed":true,"api_key_present":false}
{"msg":"the password is required","token":null,"secret":"***"}
{"config":{"api_key":"${OPENAI_API_KEY}","password":"<your-password>","token":"[REDACTED]"}}
{"msg":"SKU 415-667-2210 out of stock; part 212-445-8890 reordered"}
{"msg":"rows 200-300-4000 skipped, range 312-555-9999 read"}
{"isbn":"978-3-16-148410-0","ean":"4006381333931"}
{"name":"vector-indexer","host":"gpu-07.internal","author":"ci-bot","user":"service-account"}
{"model":"claude-3-5-sonnet-20241022","sha":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}
{"q":"What did New York and San Francisco agree on in March 2024?"}
{"q":"Explain Gradient Boosting and Random Forest to me."}
{"q":"Who wrote War and Peace?"}
{"loss":0.6931471805599453,"lr":3.0000e-05,"tok_s":41210.55}
2026-02-03 10:11:12,345 INFO uvicorn.access: 127.0.0.1:53422 - "GET /health HTTP/1.1" 200
2026-02-03 10:11:12,345 INFO httpx: HTTP Request: POST https://api.openai.com/v1/chat/completions "HTTP/1.1 200 OK"
INFO:root:Prediction: 0.8347 threshold 0.8 window 2026-01-01..2026-01-31
{"remote_addr":"10.20.30.40","x-forwarded-for":"192.168.1.7"}
{"uuid":"3fa85f64-5717-4562-b3fc-2c963f66afa6","etag":"\"33a64df551425fcc55e4d42a148795d9\""}
{"msg":"arn:aws:iam::123456789012:role/trainer assumed"}
{"msg":"task-9f8e7d6c5b4a39281706f5e4 queued","near":"sk-learn pipeline"}
{"elapsed":"02:13:44","at":"2026-02-03T10:11:12.345Z","date":"1988-04-02"}
{"msg":"account 4417123456 has quota 250000, seq 123456789 acked"}
{"msg":"checkpoint /mnt/ckpt/run_0412/step_88000.safetensors written by /home/ubuntu/train.py"}
{"embedding":"AAAAPwAAgD8AAIC/vT5yPbx0kz0K1yM8j8L1PM3MzD0+CtejPQ=="}
{"traceback":"File \"/app/lib/user.py\", line 41, in get_name\nKeyError: 'phone_number'"}
[10:02] INFO: started
certificate serial 07:6a:e0:80:fd:8e:4d:2d valid until Aug 17 2026
Message-ID: <t132gj2cpvskdpxx@mail.web.de>
sudo: root : TTY=pts/2 ; PWD=/srv/data/models ; USER=root ; COMMAND=/usr/bin/nvidia-smi
{"content":"password = getpass.getpass()\ntoken = jwt.encode(payload, SECRET_KEY)\nclient = Client(api_key=settings.api_key)"}
{"pagination_token":"gjh3KbR3PD6xt8D029xazi9O0hDnvU2eQzF2YDa2SUQP=","member-id":"0cefbcc2553e94d9"}
user=slurm username=svc-ingest login=build-agent
<title>Welcome</title><token>abc</token>
"""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line and the (kind, start, end) of what is to be found in its bytes."""

    line: bytes
    spans: tuple[tuple[str, int, int], ...]


def labelled(text: str) -> list[Labelled]:
    """Return the lines with their labels."""
    found = []
    for source in text.strip().splitlines():
        pieces: list[bytes] = []
        spans = []
        position = length = 0
        for mark in _MARK.finditer(source):
            before, value = source[position : mark.start()].encode(), mark[2].encode()
            pieces += [before, value]
            length += len(before)
            spans.append((mark[1], length, length + len(value)))
            length += len(value)
            position = mark.end()
        pieces.append(source[position:].encode())
        found.append(Labelled(b"".join(pieces), tuple(spans)))
    return found
