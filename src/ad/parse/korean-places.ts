import type { CalledPlace } from './called-place.ts';

/** What follows a place that a picture is made for: 용으로, 대표이미지로, 에 올릴. Never a mere mention of it. */
const MADE_FOR = String.raw`\s?(?:용(?:\s?(?:사진|이미지|광고|배너))?|(?:사진|이미지|광고|배너)용)(?:으로|로|의|이요|요)?|에\s?(?:올릴|쓸|게시할|사용할|보낼|띄울)`;

/** @param names alternatives of a pattern, and what may stand in place of '용' behind them */
const ko = (names: string, more = ''): RegExp =>
  new RegExp(
    String.raw`(?<![가-힣A-Za-z\d])(?:${names})(?:${more === '' ? '' : `${more}|`}${MADE_FOR})(?=[\s,.!?~]|$)`,
    'giu',
  );

const MAIN_PICTURE = String.raw`\s?대표\s?(?:이미지|사진)(?:용)?(?:으로|로|이요|요)?`;

/** Where pictures are shown and of which shape they are there, as Korean requests say it. */
export const KOREAN_PLACES: readonly CalledPlace[] = [
  {
    signs: ['스토리'],
    pattern:
      /(?:(?:인스타(?:그램)?|카톡|카카오톡|페이스북|페북|네이버|SNS)\s?)?스토리\s?(?:용|사이즈|크기|비율|규격|형식|배경|광고)(?:\s?이미지)?(?:으로|로|의)?|(?:인스타(?:그램)?\s)?스토리에\s?(?:올릴|쓸|게시할|사용할)|인스타(?:그램)?\s?스토리(?:로|에)(?=\s)/giu,
    format: '9:16',
    place: 'instagram-story',
  },
  {
    signs: ['릴스', '쇼츠', '숏폼'],
    pattern:
      /(?:(?:인스타(?:그램)?|페이스북|페북|유튜브|틱톡|네이버|SNS)\s?)?(?:릴스|쇼츠|숏폼)\s?(?:용|사이즈|크기|비율|규격|형식|배경|광고)(?:\s?이미지)?(?:으로|로|의)?|(?:인스타(?:그램)?\s)?(?:릴스|쇼츠)에\s?(?:올릴|쓸|게시할|사용할)/giu,
    format: '9:16',
    place: 'instagram-reels',
  },
  {
    signs: ['스토어', '쇼핑'],
    pattern: ko(String.raw`스마트\s?스토어|네이버\s?쇼핑`, MAIN_PICTURE),
    place: 'smartstore',
  },
  {
    signs: ['상세'],
    pattern: ko(String.raw`(?:(?:스마트\s?스토어|네이버)\s?)?상세\s?페이지`, String.raw`\s?(?:로|이요)`),
    place: 'smartstore-detail',
  },
  { signs: ['쿠팡'], pattern: ko('쿠팡', MAIN_PICTURE), place: 'coupang' },
  { signs: ['11번가'], pattern: ko('11번가', MAIN_PICTURE), place: '11st' },
  { signs: ['옥션', '마켓'], pattern: ko('옥션|[지G]마켓', MAIN_PICTURE), place: 'auction' },
  {
    signs: ['플레이스', '지도'],
    pattern: ko(
      String.raw`네이버\s?(?:스마트\s?)?플레이스|스마트\s?플레이스|플레이스|네이버\s?지도`,
      MAIN_PICTURE,
    ),
    place: 'naver-place',
  },
  {
    signs: ['구글'],
    pattern: ko(String.raw`구글\s?(?:비즈니스(?:\s?프로필)?|지도|프로필)`, MAIN_PICTURE),
    place: 'google-business',
  },
  { signs: ['당근'], pattern: ko(String.raw`당근(?:\s?마켓|\s?비즈|\s?소식)?`), place: 'karrot' },
  {
    signs: ['보드'],
    pattern: ko(String.raw`(?:카카오(?:톡)?\s?)?비즈\s?보드|톡보드`),
    place: 'kakao-bizboard',
  },
  {
    signs: ['와이드'],
    pattern: ko(String.raw`(?:카톡|카카오톡?)\s?와이드(?:\s?메시지)?`),
    place: 'kakao-message-wide',
  },
  {
    signs: ['카톡', '카카오', '친구톡'],
    pattern: ko(
      String.raw`(?:카톡|카카오톡?)(?:\s?채널)?\s?(?:메시지|메세지)|친구톡|(?:카톡|카카오(?:톡)?)\s?채널|카톡|카카오톡`,
      '(?<=메[시세]지|친구톡)로',
    ),
    place: 'kakao-message',
  },
  {
    signs: ['문자', 'mms', '엠엠에스'],
    pattern: ko(String.raw`(?:MMS\s?)?(?:포토\s?)?문자(?:\s?메시지)?|MMS|엠엠에스`),
    place: 'mms',
  },
  {
    signs: ['a4'],
    pattern:
      /(?<![A-Za-z\d])A4\s?(?:(?:포스터|전단지?|인쇄물?|용지|사이즈|크기)(?:용)?|용)?(?:으로|로)(?=[\s,.!?]|$)/giu,
    place: 'a4-print',
  },
  {
    signs: ['a3'],
    pattern:
      /(?<![A-Za-z\d])A3\s?(?:(?:포스터|전단지?|인쇄물?|용지|사이즈|크기)(?:용)?|용)?(?:으로|로)(?=[\s,.!?]|$)/giu,
    place: 'a3-print',
  },
  {
    signs: ['a5'],
    pattern:
      /(?<![A-Za-z\d])A5\s?(?:(?:포스터|전단지?|인쇄물?|용지|사이즈|크기)(?:용)?|용)?(?:으로|로)(?=[\s,.!?]|$)/giu,
    place: 'a5-print',
  },
  {
    signs: ['세로', 'portrait'],
    pattern: /(?:세로|portrait)(?:형|\s?형태)?\s?(?:피드|게시물|포스터)(?:용)?(?:으로|로)?/giu,
    format: '4:5',
  },
  {
    signs: ['세로'],
    pattern:
      /세로\s?(?:로|형(?:으로|태로|\s?이미지)?|버전(?:으로)?|방향(?:으로)?|이미지(?:로)?|화면(?:으로)?|사이즈(?:로)?|비율(?:로)?)(?:\s?(?:길게|긴))?(?![가-힣])/gu,
    format: '9:16',
  },
  {
    signs: ['가로'],
    pattern:
      /가로\s?(?:로|형(?:으로|태로|\s?이미지)?|버전(?:으로)?|방향(?:으로)?|이미지(?:로)?|화면(?:으로)?|사이즈(?:로)?|비율(?:로)?|배너(?:로)?)(?:\s?(?:길게|긴))?(?![가-힣])/gu,
    format: '16:9',
  },
  {
    signs: ['정사각', '정방'],
    pattern:
      /정(?:사각|방)형?\s?(?:으로|로|\s?(?:이미지|사이즈|비율|크기|피드)(?:로)?|모양으로)(?![가-힣])/gu,
    format: '1:1',
  },
  {
    signs: ['페이스북', '페북', '링크'],
    pattern:
      /(?:페이스북|페북|링크\s?미리보기)\s?(?:용|광고용|사이즈|크기|규격)(?:으로|로)?|(?:페이스북|페북)에\s?(?:올릴|쓸|게시할)/gu,
    format: '1.91:1',
    place: 'link-preview',
  },
  {
    signs: ['링크'],
    pattern: /(?:카톡|카카오)\s?링크\s?(?:용|광고용|사이즈|크기|규격)(?:으로|로)?/gu,
    format: '1.91:1',
    place: 'kakao-link',
  },
  {
    signs: ['구글'],
    pattern: /구글\s?(?:용|광고용|사이즈|크기|규격)(?:으로|로)?/gu,
    format: '1.91:1',
  },
  {
    signs: ['유튜브'],
    pattern:
      /유튜브\s?(?:썸네일|섬네일|미리보기)\s?(?:용|사이즈|크기|규격)?(?:으로|로)(?![가-힣])|유튜브\s?(?:용|썸네일용)(?:으로|로)?|유튜브에\s?(?:올릴|쓸|게시할)/gu,
    format: '16:9',
    place: 'youtube-thumbnail',
  },
  {
    signs: ['썸네일'],
    pattern: /썸네일\s?(?:용|사이즈|크기|규격)?(?:으로|로)(?![가-힣])/gu,
    format: '16:9',
  },
  {
    signs: ['피드', '인스타'],
    pattern:
      /(?:인스타(?:그램)?\s?)?피드\s?(?:용|사이즈|크기|비율|규격)(?:으로|로|의)?|(?:인스타(?:그램)?\s?)?피드에\s?(?:올릴|쓸|게시할)|인스타(?:그램)?\s?(?:용|게시물용|게시용|업로드용)(?:으로|로)?|인스타(?:그램)?에\s?(?:올릴|쓸|게시할)/gu,
    format: '4:5',
    place: 'instagram-feed',
  },
];
