import type { Locale } from '../ad/locale.ts';

const KO = `광고 그림을 만듭니다.

사용법: npm run ad -- "무엇을 광고하나요" [옵션]

예:
  npm run ad -- "카페 신메뉴 딸기라떼, 따뜻하고 아늑한 분위기" --photo samples/strawberry-latte.jpg
  npm run ad -- "꽃집 졸업 시즌, 말린 꽃다발" --ratio 4:5 --headline "졸업 축하해요" --cta "예약하기"
  npm run ad -- "정육점 삼겹살 행사" --price "100g 1,990원" --variants 3
  npm run ad -- "수채화 느낌으로" --photo 가게.jpg --restyle --strength 0.6 --style illustration
  npm run ad -- "bakery, fresh sourdough every morning" --ratio 9:16      (영어로 쓰면 영어 광고)

사진:
  --photo FILE          제품 사진. 여러 번 쓰면 한 장에 함께 담습니다 (최대 4장)
  --each                사진마다 따로, 같은 배경으로 만듭니다
  --restyle             오려 내지 않고 사진 전체를 새 스타일로 바꿉니다
  --strength N          얼마나 바꿀지 0.05–1 (기본 0.6)
  --scale N             제품 높이가 차지하는 비율 0.1–0.95
  --position X,Y        제품 가운데의 자리, 0,0(왼쪽 위)–1,1(오른쪽 아래)
  --harmonise N         제품 색을 배경에 맞추는 정도 0–1 (기본 0: 그대로)

글자 (쓰지 않은 것은 대신 써 드립니다; \\n은 줄바꿈):
  --headline T  --sub T  --price T  --cta T  --footer T
  --no-text             글자 없이

모양:
  --industry I          업종 (예: cafe, 빵집)        --style S   realistic, semi-realistic, anime, illustration
  --ratio R             1:1, 4:5, 9:16, 16:9, 1.91:1 (기본 1:1, --restyle은 사진과 가장 비슷한 것)
  --variants N          1–4
  --seed N              같은 시드는 같은 그림        --lettering-seed N  글자 배치만 바꾸기
  --engine E            auto, studio, zimage
  --recipe FILE         전에 만든 PNG나 레시피(JSON)로 같은 그림을 다시 만듭니다

출력:
  --out DIR             저장할 폴더 (기본 out)       --locale ko|en
  --json                결과를 JSON 한 줄로          --help`;

const EN = `Makes an advertisement picture.

Usage: npm run ad -- "what the ad is for" [options]

Examples:
  npm run ad -- "cafe, new strawberry latte, warm and cosy" --photo samples/strawberry-latte.jpg
  npm run ad -- "florist, graduation season, dried bouquets" --ratio 4:5 --headline "For your big day" --cta "Order now"
  npm run ad -- "butcher, pork belly week" --price "100 g 1,990 won" --variants 3
  npm run ad -- "like a watercolour" --photo shop.jpg --restyle --strength 0.6 --style illustration
  npm run ad -- "카페 신메뉴 딸기라떼, 따뜻하고 아늑한 분위기"             (Korean text makes a Korean ad)

Photos:
  --photo FILE          product photo; repeat to put several into one picture (up to 4)
  --each                one ad for each photo instead, on the same background
  --restyle             restyle the whole photo instead of cutting out the product
  --strength N          how strongly to restyle, 0.05–1 (default 0.6)
  --scale N             product height as a share of the picture, 0.1–0.95
  --position X,Y        centre of the product, 0,0 (top left) – 1,1 (bottom right)
  --harmonise N         how far to match the product's colours to the scene, 0–1 (default 0: not at all)

Text (whatever you leave out is written for you; \\n is a line break):
  --headline T  --sub T  --price T  --cta T  --footer T
  --no-text             no text at all

Look:
  --industry I          industry (cafe, bakery, …)  --style S   realistic, semi-realistic, anime, illustration
  --ratio R             1:1, 4:5, 9:16, 16:9, 1.91:1 (default 1:1; with --restyle the one closest to the photo)
  --variants N          1–4
  --seed N              same seed, same picture          --lettering-seed N  change only the text layout
  --engine E            auto, studio, zimage
  --recipe FILE         make the same picture again from its PNG or recipe (JSON)

Output:
  --out DIR             output folder (default out)  --locale ko|en
  --json                result as one line of JSON  --help`;

/** What `npm run ad -- --help` prints. */
export function adHelp(locale: Locale): string {
  return locale === 'ko' ? `${KO}\n\n(English: --help --locale en)` : `${EN}\n\n(한국어: --help --locale ko)`;
}
