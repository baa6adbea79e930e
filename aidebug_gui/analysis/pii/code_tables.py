"""Short codes of the world: IBAN lengths, calling codes, domain endings."""

from __future__ import annotations

_IBANS = """
    AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20
    EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30
    KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23
    PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26
    UA29 VA22 VG24 XK20 YE30 IR26 DZ26 AO25 BF28 BJ28 CI28 CM27 CV25 MA28 MG27 ML28 MZ25 SN28 TG28
"""
IBAN_LENGTHS = {entry[:2]: int(entry[2:]) for entry in _IBANS.split()}

_CODES = """
    1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82
    84 86 90 91 92 93 94 95 98 211 212 213 216 218 220 221 222 223 224 225 226 227 228 229 230 231 232 233 234
    235 236 237 238 239 240 241 242 243 244 245 246 248 249 250 251 252 253 254 255 256 257 258 260 261 262 263
    264 265 266 267 268 269 290 291 297 298 299 350 351 352 353 354 355 356 357 358 359 370 371 372 373 374 375
    376 377 378 380 381 382 383 385 386 387 389 420 421 423 500 501 502 503 504 505 506 507 508 509 590 591 592
    593 594 595 596 597 598 599 670 672 673 674 675 676 677 678 679 680 681 682 683 685 686 687 688 689 690 691
    692 850 852 853 855 856 870 880 886 960 961 962 963 964 965 966 967 968 970 971 972 973 974 975 976 977 992
    993 994 995 996 998
"""
CALLING_CODES = frozenset(_CODES.split())

_DOMAINS = """
    ac academy ad ae aero af africa ag agency ai al am ao app aq ar art as asia at au auto aw ax az ba baby bank
    bar bayern bb bd be beauty beer berlin best bf bg bh bi bike bio biz bj blog bm bn bo br bs bt bw by bz ca
    cafe capital car care careers cars cash cat cc cd center cf cg ch charity chat church ci ck cl click clinic
    cloud club cm cn co com community company consulting cool coop cr cu cv cw cx cy cz dating de dental design
    dev digital dj dk dm do dog domains dz ec eco edu ee eg email energy er es estate et eu eus expert faith
    family farm fashion fi film finance fit fj fk flights fm fo foundation fr fun fund ga gal game games gd ge
    gf gg gh gi gifts gl gm gmbh gn gov gp gq gr green group gs gt gu guru gw gy hair hamburg health help hk hm
    hn homes hospital host hosting hotel house hr ht hu id ie il im in inc info ink insurance int io iq ir is it
    je jewelry jm jo jobs jp ke kg kh ki kids km kn koeln kp kr kw ky kz la land lat law lb lc legal li life
    link live lk llc lol london love lr ls lt ltd lu lv ly ma mc md me media mg mh mil mk ml mm mn mo mobi moe
    money mp mq mr ms mt mu museum music mv mw mx my mz na name nc ne net network news nf ng ngo ni ninja nl no
    np nr nu nyc nz om one ong online org pa page paris pe pet pf pg ph photo photos pics pizza pk pl plus pm pn
    post pr press pro properties ps pt pw py qa re restaurant ro rocks rs ru run rw sa sarl sb sc school scot sd
    se services sg sh shoes shop show si site sk sl sm sn so social software solutions space sr srl ss st store
    studio su support sv swiss sx sy systems sz tc td team tech tel tf tg th tj tk tl tm tn to today tokyo tools
    top tr travel tt tv tw tz ua ug uk university us uy uz va vc ve vg vi video vip vn vu wales website wedding
    wf wien wiki win wine work works world ws wtf xyz ye yoga yt za zm zone zw
"""
TOP_LEVEL_DOMAINS = frozenset(_DOMAINS.split())
