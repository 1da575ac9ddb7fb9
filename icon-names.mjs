import { copyFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * `npm run icons`: writes presets/icons/cldr.yaml, the Korean and English names of the 3D icons that are things, from
 * Unicode's CLDR. Run by hand when the icons or CLDR have a new edition; what it writes is committed, so that CLDR need
 * not be installed. What shops call their goods besides stands in presets/icons/words.yaml and goes before these names.
 */

const require = createRequire(import.meta.url);

/** @typedef {Readonly<Record<string, { default?: string[], tts?: string[] }>>} Annotations */

/** @returns {Annotations} */
const annotationsIn = (/** @type {string} */ language) =>
  require(`cldr-annotations-full/annotations/${language}/annotations.json`).annotations.annotations;

const korean = annotationsIn('ko');
const english = annotationsIn('en');

/** Runs of CLDR's order, first and last of each, that hold things: plants, food, what drives, and objects. */
const THINGS = ['💐🏺', '⛺⛺', '🚂🛸', '🛎🕰', '🎃🪪'];

/** Among them: signs, weapons, money, gambling, mourning, what is seen from the front or worn beneath, what shows no thing, and
 * what its picture shows otherwise than shops mean it: the wheel is a cart's. */
const NO_THINGS =
  '🛞🏵💮🥀🪹🪾🍄🍻🫗🍽🍴🏺🚉🚍🚓🚔🚑🚖🚘🚏🛣🛤🚨🚥🚦🛑🚧🛫🛬💺⌛⏳⏲🎆🎇🧨✨🎋🎍🎎🎏🎑🧧🎗🔫🎰🪅♠♥♦♣🃏🀄🎴👙🩲📿🔇🔈🔉🔊🔕🎵🎶📲🪫💽💾📼📃📄📑🪎' +
  '💴💵💶💷💸💹📧📨📩📤📥📫📪📬📭🗳📁📂🗂📈📉📊📌📍🔏🔓🗡⚔💣⛓🔗🚬⚰🪦⚱🧿🪬🗿🧫🩸🩻';

/** Keywords that tell how a thing looks, where it comes from or what is done with it, or that shops mean otherwise. */
const LOOSE = new Set(
  `2등 500잔 가득넣은 가뭄 가스 가지 감싼 개인 거품 건배 격식있는 격식차린 경유 경주 계단 계산 고급 고기 곡선 곡식 공중 공평한 광산 구급 구명부환 구불구불한 구운 구조원
  군모 군용 그룻 그물채 글라스 글러브 글로브 금속 기어 기타 깨끗한 꼬은 꼬인 꼬투리 꾸러미 낙엽 낙옆 날리기 날짜 날카로운 납작한 네트 놀잇감 농작물 니트 다이어트 다채로운 다친
  다침 단계 달콤한 대기 대만 데모 독일 동영상 두루마리 드라이버 드링크 디스코 디오니소스 떨림 라이드 라이센스 러시아 레벨 레일 레크리에이션 루어 루핀 리듬 마시는 마이크로폰 마크
  매운 먹기 메시 메이플 명절 명중 모터 목수 목표 무비 문서 뭉치 미국 미끼 미디어 미로 미식 밀크 바이스 박스 박자 반동 반사 반사경 반사체 발레타인 발리우드 발사 배달 배럴
  배트 버터컵 베트남 벽난로 보관 보드 보물 보바 봉합 부낭 부대 브라운 브러시 브론즈 블레이드 비타민 빙산 빠몽야 빨아들이기 사리 사인 사적인 삼등 새싹 생일축하 샤머록 서머에일
  선술집 설탕 세미 세잎 셰익스피어 소모품 소스 소식 소식지 소풍 소화 손잡이 수정 순수 술집 쉐프 쉬는시간 슈미어 슈퍼볼 스냅 스위스 스카치 스크롤 스튜디오 스트라이크 스트라토
  스프링클 스피닝 슬라이더 승자 시원한 시위 시큼한 식기 신장 실버 심박수 씨푸드 아몬드 아이디어 아하 안전요원 앉기 알림판 암산 액션 앵커 야외 야호 약물 어두운 어린잎 어워드
  억만장자 언더암 엉킨 여름 여배우 연결된 연료 연설 연장 열매 영향 예술적인 오르락내리락 오케스트라 옥토버페스트 욕실 용기 용접 우롱 우리기 우승 우유부단한 우후 운세 운송
  운송수단 원반 원장 위생 위성 윈도우 유니폼 유리 유전 유전학 유제품 육상 음료수 응급 응원 의복 이등 이삭 이탈리안 인도 인디고 일등 일식 일자 자격증 자력 자켓 작품 장보기
  장부 장치 재단 저장 전동 전망 전사 정류 정화 젖먹이 제과점 제트 조끼 조리 조종대 졸업생 종이 주머니 주방용품 준우승 증기 증류 증빙 지프 직소 직장인 쪼개기 차가운 차려입은
  차려입음 찻집 챔스 챔피온 천도복숭아 천연 청구 초코 초콜릿 촬영 카부스 카우치 카트 카페 카페인 캐주얼 캠프 컨트롤 컨트롤러 케이블 코드 코스메틱 콥터 콩과 콩류 콩팥 클렌징
  클리핑 타이 타이완 타이타닉 태어난 터널 텀블러 테디 테이블웨어 투명한 트레인 파티 팔리는 패션 패스워드 패스트리 펌프 페인팅 페페로니 편리한 편안 편자 펼침 포타슘 표지 푸드
  풍경 프레임 프렌치 플라워 플래시 플랫베드 피클 픽업 필기 필름 필링 학자 한덩이 한잔 할리우드 할일 함정 항공 항해 행사 행진 향신료 허가증 헤어 헬프 현악기 호날두 호밀 호박
  호쵸 호프 화장품 활공 회계 회오리모양 회전 후식 후추 후크 흔들림 흡수 흡입 cooking FM gear label u자`.split(
    /\s+/,
  ),
);

const files = new Set(
  await readdir(join(import.meta.dirname, 'node_modules/@lobehub/fluent-emoji-3d/assets')),
);

/** The variation selector that asks for a picture, which names of files have and CLDR leaves out. */
const AS_PICTURE = '\u{fe0f}';

const fileOf = (/** @type {string} */ character) =>
  `${[...character].map((part) => part.codePointAt(0)?.toString(16)).join('-')}.webp`;

const hasPicture = (/** @type {string} */ character) =>
  files.has(fileOf(character)) || files.has(fileOf(character + AS_PICTURE));

/** How many characters have a keyword: of several, only the one that it is the name of. */
const uses = new Map();
for (const { default: keywords = [] } of Object.values(korean)) {
  for (const keyword of keywords) uses.set(keyword, (uses.get(keyword) ?? 0) + 1);
}

/** Names of one syllable mean too much else: 배, 밤, 종. What shops call so stands in words.yaml. */
const tellsTheThing = (/** @type {string} */ name) =>
  name.length > 1 && !/[ 다]$|–/.test(name) && !LOOSE.has(name);

const order = Object.keys(korean);
const characters = THINGS.flatMap((run) => {
  const [first = '', last = ''] = [...run];
  return order.slice(order.indexOf(first), order.indexOf(last) + 1);
}).filter((character) => hasPicture(character) && !NO_THINGS.includes([...character][0] ?? ''));

const lines = characters.flatMap((character) => {
  const { default: keywords = [], tts = [] } = korean[character] ?? {};
  const own = keywords.filter((keyword) => uses.get(keyword) === 1 && !keyword.includes(' '));
  const ko = [...tts, ...own]
    .filter((name) => name.split(' ').length <= 2)
    .map((name) => name.replaceAll(' ', ''))
    .filter(tellsTheThing);
  const en = (english[character]?.tts ?? []).map((name) => name.toLowerCase()).filter(tellsTheThing);
  if (ko.length + en.length === 0) return [];
  return [`  ${character} ${[...new Set(ko)].join(' ')} | ${en.join(', ') || '-'}`];
});

const header = `# Names of the 3D icons that are things, from Unicode's CLDR ${require('cldr-annotations-full/package.json').version}, annotations/ko and annotations/en.
# Written by \`npm run icons\`: change icon-names.mjs, or words.yaml, which goes before.
# Copyright © 1991-2026 Unicode, Inc. Licence Unicode-3.0: LICENSE in this folder.

things: |
`;
const folder = join(import.meta.dirname, 'presets/icons');
await writeFile(join(folder, 'cldr.yaml'), `${header}${lines.join('\n')}\n`);
await copyFile(require.resolve('cldr-annotations-full/LICENSE'), join(folder, 'LICENSE'));
