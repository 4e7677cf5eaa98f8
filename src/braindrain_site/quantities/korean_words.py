"""The closed classes of Korean words that say how many, how much, or that it changed."""

import re

COUNTERS = """
명 곳 배 위 건 개 해 년 달 번 차례 나라 국가 대학 대학교 학교 학과 과목 학기 호봉 가지 사람 분야
군데 쪽 갈래 퍼센트 퍼센트포인트 프로 달러 원 엔 유로 위안 파운드 살 세 세대 시간 분 초 시 개월
개국 개교 개사 개소 연구소 권 부 편 마리 척 대 채 석 표 골 점 팀 조 군 통 병 잔 컵 숟갈 숟가락
큰술 작은술 줌 모 푼 켤레 벌 장 줄 송이 그루 자루 다발 포기 톨 알 방울 그릇 접시 상자 봉지 포대
가구 가족 식구 부부 쌍 짝 집 층 칸 동 방 자 평 마일 미터 킬로미터 센티미터 밀리미터 킬로그램 킬로
그램 톤 리터 배럴 헥타르 칼로리 와트 킬로와트 메가와트 기가와트 데시벨 바이트 쿼터 이닝 세트 장면
페이지 면 곡 작품 좌 계좌 단어 문장 글자 가닥 겹 바퀴 발 걸음 모금 뼘 길 판 끼 마디 도 회 차 호 인
주 주일 주년 세기 자릿수 자리 갑절 곱 곱절 아이 아들 딸 형제 자매 남매 후보 도시 마을 기업 회사
기관 국립대 거점국립대 사립대 과학기술원 과기원 집단 부문 부처 정당 단계 경기 게임 할 박자 교수
학생 직원 장관 의원 여성 남성 사건 문제 이유 대책 제안 항목 문항 요인 번째 주째 시즌 라운드 연승
연패 승 패 만 천 백 십 억 사발 품목 업체 은행 지역 대륙 언어 사업 정책 노선 종목 종 색 손가락 량
기 정 필지 안타 홈런 자녀 공기 계단
""".split()
"""단위를 나타내는 명사 (한글 맞춤법 §43), and what is counted without one."""
CLOSE_COUNTERS = "명 배 달 살 곳 개 가지 시간 사람 차례 해 마리 자릿수 자리 번째 나라 번".split()
"""Counters that a short numeral may touch: 두명, but 세대 is a generation."""
SEVERAL_COUNTERS = """
년 개월 주 일 시간 분 초 세기 명 배 차례 킬로미터 미터 톤 달러 편 건 곳 개 마리 채 조 억
""".split()
"""What 수 counts when a space stands between; 할 수 is none."""
PARTICLES = """
은 는 이 가 을 를 의 에 에서 에게 도 만 과 와 로 으로 부터 까지 밖에 뿐 째 당 꼴 쯤 간 씩 짜리 여
이나 나 이며 이다 이었다 였다 다 인 이라 라 들 마다 보다 중 이고 이면 이던 하고 마저 조차 처럼
대로 이자 이지만 지만 이라도 이라는 라는 이란 란 이었던 였던 이었고 였고 이었으나 였으나 이었지만
였지만 이었으며 였으며 임 가량 정도 남짓 안팎 이상 이하 미만 초과 넘게 분 어치 내 전 후 뒤 앞 말
초 반 연속 연장 대 동안 내내 만에 에는 에도
""".split()
"""조사 and 접미사 that follow a counter."""

NATIVE_TENS = "열 스물 서른 마흔 쉰 예순 일흔 여든 아흔".split()
NATIVE_UNITS = "한 두 세 네 석 넉 서 너 다섯 여섯 일곱 여덟 아홉 하나 둘 셋 넷".split()
ABOUT = """
한두 두세 두서너 서너 너댓 네댓 네다섯 대여섯 대엿 예닐곱 일고여덟 여덟아홉 여남은 두어 두서넛
서넛
""".split()
STANDING = "다섯 여섯 일곱 여덟 아홉 스물 스무 서른 마흔 예순 일흔 여든 아흔".split()
"""Numerals that are no part of other words."""
DAYS = "이틀 사흘 나흘 닷새 엿새 여드레 아흐레 열흘 보름".split()
NO_NUMBERS = """
백일장 백일홍 백일몽 천일염 만일 천만에 만병 만사 만물 만세 천지 백과 천재 만석꾼 만장 천장 백자
천자문 만기 백방 백조 백미 십자 천도 만점 천국 백인 만인 십장 백두 백점토 백송이 천한 만한
백지 만한데 십시일반 오만하 오만한 이만 억세 한편 한도 한때 한시름 한마디 한발 두건 두통 네모 세대
세도 열대 열차 열도 열세 열기 열점 열정 한번
""".split()
"""Words that begin like a numeral before a counter and are none."""
DOES = "다고 라고 자고 냐고 려고 고자 도록 어떻게 이렇게 그렇게".split()
"""Before 하나 these make it a verb, not a number."""
THINGS = """
대학 학교 기업 회사 기관 국립대 거점국립대 과학기술원 집단 부문 부처 정당 교수 학생 직원 장관 의원
여성 남성 후보 도시 마을 연구소 업체 은행 지역 사건 문제 이유 대책 제안 정책 사업
""".split()
"""한 before these is as often "a" as "one": no number."""
RELATED = """
사람 곳 이유 문제 교수 학생 직원 장관 의원 기업 회사 대학 나라 기관 제안 사업 대책 단계 일 집
""".split()
"""What 한 before it, behind an object, tells of: 일을 한 사람 is no number."""

ONCE = re.compile("한 (?:번|바퀴)를?$")
TURNING = re.compile("자전|공전|회전|도는|돈다|돌(?![려파])")
"""What 한 번 before it measures: no count of times."""
ONLY = "단 딱 오직 고작 겨우 불과 적어도 최소".split()

MEASURE_STEMS = """
많 적 크 큰 컸 커 작 높 낮 길 긴 짧 넓 좁 빠르 빠른 빨 느리 느린 느렸 비싸 비싼 비쌌 싸 싼 쌌 젊
늙 무겁 무거 가볍 가벼 깊 얕 굵 두껍 두꺼 얇 먼 멀 가깝 가까 춥 추 추운 덥 더우 더운 더웠 오래
자주 가난 부유 강하 강한 강했 약하 약한 약했 세다 센 셌 늦 이르 이른 뜨겁 뜨거 차갑 차가 심하 심한
심했
""".split()
"""Adjectives and adverbs that compare amounts."""
AFTER_THAN = [*MEASURE_STEMS, *"""
앞 뒤 나은 낫 나았 못하 못한 못했 더 덜 훨씬 우수 뛰어 밝 어둡 어두 드물 드문 잦 흔하 흔한 짙 옅
진하 진한 어리 어린 어렸 거대 시끄럽 시끄러 조용하 조용한 조용했 건조 습하 습한 조밀 희박 가파 저렴
값싸 값싼 값비 커다 따뜻 서늘 희귀
""".split()]  # fmt: skip

ALWAYS_CHANGE = """
급증 급감 급등 급락 폭등 폭락 증가 감소 하락 증대 인상 인하 삭감 감축 반등 둔화 위축 곤두박질
쪼그라들 쪼그라든 쪼그라드 불어나 불어난 불어났 불어날 치솟 급상승 폭증 격증 증폭 증원 감원
증액 감액 성장세 회복세 신장세 상승 축소 확대 증감 팽창 돌파 육박 추월 앞지르 앞지른
앞질러 앞질렀 따라잡 능가 웃돌 웃도 웃돈다 밑돌 밑도 밑돈다 상회 하회 넘어섰 넘어선 넘어서 맞먹
버금가 뒤처졌 뒤처진 뒤처지 역전 제쳤 제치 제친 오름세 내림세 하향 상향
내리막 뒷걸음 제자리걸음 쪼그라졌 갱신 경신
""".split()
"""What these say is always said of an amount."""
MULTIPLIED = "반감 배증 배가됐 배가된 배가했".split()
"""Changes that say what they come to."""
NO_CHANGE = """
내려받 내려놓 내려다 올려놓 올려다 올려둔 올라타 올라탄 줄곧
인상률 상승률 증가율 감소율 하락률 인하율 삭감률 증감률 둔화율 확대율 증가분 인상분
인상적 인상파 인상주의 인하대 상승효과 상승작용 확대경 역전승 돌파구 돌파력 육박전 추월차 성장통
반감정
""".split()
NO_CHANGE_PHRASES = (
    "줄인 말",
    "줄여 부",
    "줄여 불",
    "줄여서 부",
    "줄여서 불",
    "상승 기류",
    "확대 해석",
    "인상 깊",
    "인상이 깊",
    "인상이 강",
    "인상이 좋",
    "인상이 남",
    "인상을 남",
    "인상을 받",
    "인상을 주",
    "인상을 줬",
    "인상을 쓰",
    "인상에 남",
    "역전의 용사",
    "상향 평준화",
)
GETTING = """
커 높아 낮아 많아 적어 작아 길어 짧아 넓어 좁아 빨라 느려 비싸 두꺼워 깊어 얇아 무거워 가벼워 좁혀
옅어 짙어 굵어
""".split()
"""-아/어지다 of an adjective of measure: 커졌다, 높아진."""
GROWN = """
늘었 늘어났 늘어난 늘어나 늘어날 늘고 늘며 늘면 늘던 늘린 늘릴 늘렸 늘리 늘려 늘기 늘지 늘다 늘어
늘자 늘수록 는다 줄었 줄어들 줄어든 줄어드 줄어 줄고 줄며 줄면 줄던 줄여 줄인 줄일 줄였 줄이고
줄이며 줄이면 줄이는 줄이겠 줄이기 줄이지 줄이려 줄이자 줄다 좁혔 좁히 좁힌 좁힐 낮췄 낮춘 낮추
낮출 낮춰 높였 높인 높이고 높이며 높이는 높이기 높이겠 높이려 높일 높여
""".split()
NO_GROWN = """
늘어놓 늘어선 늘어서 늘어지 늘어진 늘어졌 늘어섰 늘어뜨 늘어뜰 늘지막 줄다리 줄고리 줄지어 낮춤말
높임말 높인다리
""".split()
MOVED = """
올랐 올라 올렸 올린 올려 올릴 올리 오르 오른 오를 떨어졌 떨어진 떨어지 떨어질 떨어져 떨어뜨 내렸
내린 내려 내릴 내리 깎았 깎는 깎인 깎여 깎을 깎고 살아났 살아나 주춤했 주춤한 주춤하
식었 식은 식어 뛰었 뛴 뛰어오 뛰고 뛰며 뛸 불었 미끄러 주저앉 고꾸라 부풀
""".split()
"""Said of amounts and of much else: the subject tells."""
_UNITS = (
    "[kcm]?m|[㎞㎝㎜]|킬로미터|센티미터|밀리미터|미터|킬로|센티|마일|해리|피트|광년|천문단위|AU|층"
)
_MORE = "(?:이나|나|쯤|가량|정도|남짓|이상|넘게|만|씩|을|를|으로|로|에서|에|까지|앞|위|아래|밖)*"
LENGTH = re.compile(rf"(?:(?:.*[\d십백천만억])?(?:{_UNITS})|\d*[십백천만]?(?<=.)리){_MORE}")
"""How far something is, goes or falls, or how deep rain and snow lie."""
TRIP = re.compile(rf"(?:.*\d)?(?:분|시간|걸음|발짝|정거장|정류장|블록|칸|줄|광초|광분){_MORE}")
PLACES = tuple("있 곳 거리 데 지점 위치 자리 마을 동네 도시 학교 역 집 별 행성 섬".split())
PARTED = tuple(
    "나가 나갔 나간 나온 나왔 나와 살 사는 산다 지내 지낸 지냈 앉 선 서 숨 다친 다쳤".split()
)
"""떨어져 before these is apart, or off."""
MOVERS = re.compile(r".*(?:명|사람|마리|가지|팀|가구|가족)(?:이|가|은|는|도|과|와)")
"""Who, or what, goes up and down and is no amount."""
_PLACES_CROSSED = "국경 고개 산 벽 담 담장 울타리 언덕 능선 경계 강 바다 선 문".split()
_VOICES = "목소리 언성 자세 몸 고개 눈높이 허리 시선".split()
_PICTURES = "사진 지도 화면 그림 이미지 영상".split()
NO_CHANGED = {"넘어": _PLACES_CROSSED, "확대": _PICTURES, "축소": _PICTURES} | dict.fromkeys(
    ["높였", "높인", "높이", "높일", "높여", "낮췄", "낮춘", "낮추", "낮출", "낮춰"], _VOICES
)
"""What is crossed, raised or enlarged and is no amount, by the beginning of the verb."""
APART = "벌어졌 벌어진 벌어지 벌어질 벌어져 벌렸 벌린 벌려 벌어".split()
WHICH = "격차 차이 간극 간격 폭 거리 점수차 점수 틈 차".split()
"""What widens; 벌어지다 is also said of a quarrel."""
LEADING = "앞섰 앞선 앞서는 앞서고 앞서며 앞서지 뒤졌 뒤진 뒤지 뒤질".split()
TURNED = "돌아섰 돌아선 돌아서 전환".split()
SIGNS = "감소 증가 상승 하락 순유 흑자 적자 플러스 마이너스 오름 내림 순증 순감".split()
MISSED = "못 ?미[치친쳤칠]|미치지 못"
SHARE_OF_MEASURE = """
계단 값 료 금 세 율 률 가 봉 급 비 치 도 량 액 수 임금 물가 가격 요금 금리 환율 주가 목표 순위 매출
보수 월급 기온 체온 혈압 실적 한도 예산 소득 수입 지출 비중 몫 규모 부담 문턱 지수 성적 점수 인기
수요 공급 생산 수출 인구 이익 판매 매상 시세 전망 출산 지원자 관객 실업자 유학생 학생 코스피 원화
달러 엔화 가치 빚 부채 적자 흑자 몸값 품질 효율 수심 해수면 수면 높이 길이 깊이 너비
수위 지름 둘레 두께 거리 간격
""".split()
"""What rises and falls by an amount, or what its name ends with: 쌀값, 등록금, 실업률."""
NO_MEASURE = """
가량 비 눈 서리 이슬 작가 화가 국가 아가 우수 가수 교수 장수 호수 지도 제도 정도 기도 태도 파도 손수
나비 준비 경비 무당 이도
""".split()
RAINS = "찬비 봄비 단비 장맛비 장대비 이슬비 가랑비 보슬비 여름비 가을비 겨울비 밤비".split()
"""These fall and are no amount, though 인건비 is."""
NORMS = "평균 기대 예상 정원 기준 절반 평년 수준 예년 작년 지난해 전년".split()
SUPERLATIVES = "고 저 대 소 다 장 단 초 악 상위 하위 연소 고령 상 하 빈 강".split()
NO_SUPERLATIVES = """
최고경영 최고위원 최고재무 최고기술 최고운영 최고인민회의 최고사령 최대한 최소한 최소화 최대화
최저임금 최저생계 최하늘 최강희 최장집 최단비 최소영 최대표 최대공약 최소공배 최상목 최상급 최상의
최하진
""".split()
TOTALS = """
모두 모든 전부 아무도 하나같이 전무하 전무했 전무한 만장일치 전원일치 유일 유이 전원 죄다 몽땅 오직
""".split()
SHARES = "십중팔구 대부분 대다수 태반 과반 과반수 다수 소수 상당수 극소수 절대다수 반수".split()
NEARLY = "모두 모든 전부 전원 다(?= ) 없".split()
"""What 거의 makes of all or none: nearly all, hardly any."""
NO_TOTALS = """
모두발언 모두의 모두진술 전부터 다수결 다수당 다수파 소수점 소수민족 소수자 소수당 소수정당
소수의견 소수파 유일신 유일교 유이민 전원주택 전원생활 전원일기 전원교향곡 전원마을
""".split()
NO_TOTAL_PHRASES = (
    "소수 민족",
    "소수 의견",
    "소수 정당",
    "소수 언어",
    "전원 공급",
    "전원 생활",
    "전원 주택",
    "전원 버튼",
    "전원 장치",
    "모두 발언",
    "다수 의견",
)
POWER = "켜 켰 껐 끄 끈 킨 꺼 연결 차단 뽑 공급 넣 내".split()
"""전원을 …: the mains, not all members."""
