/** What no words decide here, and what to do instead. */
export const UNMET: readonly {
  readonly signs: RegExp;
  /** In a mood these words tell of what is shown: '대리석 위에', '다시 움직이는 느낌'. */
  readonly ofMoods?: false;
  readonly ko: string;
  readonly en: string;
}[] = [
  {
    signs: /로고|\blogo\b/iu,
    ko: '로고는 브랜드 설정에 올려 두시면 가장 비어 있는 모서리에 넣어요',
    en: 'a logo from the brand settings goes into the emptiest corner',
  },
  {
    signs: /폰트|글꼴|서체|글씨체|손글씨|캘리|\b(?:fonts?|typefaces?|typography|handwrit\w+)\b/iu,
    ko: '글꼴은 브랜드 설정에서 고를 수 있어요',
    en: 'the font is chosen in the brand settings',
  },
  {
    signs:
      /지\s?않(?:게|도록|은)|\b(?:nothing|not)\s(?:(?:too|so|overly|at all)\s)?[a-z-]{3,}(?:\s(?:or|and)|\s(?:please|pls|plz)|$)/iu,
    ko: '‘차분하게’처럼 어떤 느낌이어야 하는지 말씀해 주시면 그대로 만들어요',
    en: 'say how it should look, such as “calm”, and it is made so',
  },
  {
    signs:
      /빼(?:고|\s?줘|\s?주)|넣지\s?(?:말|마)|^(?:no|without|skip|leave out|minus)\s.*(?:please|pls|plz)$/iu,
    ko: '광고에 적지 않았고 그리지도 않아요. 손님께 알릴 말이면 ‘제외’라고 적어 주세요',
    en: 'it is neither lettered nor drawn. If customers are to know it, write it as a sentence of its own',
  },
  {
    signs:
      /(?<!no\s)(?:모델|인물|사람|얼굴|\b(?:people|models?|person|woman|man|child(?:ren)?|faces?)\b)(?!\s?(?:없이|없는|빼고))/iu,
    ko: '사람은 그리지 않으니 사진을 함께 올려 주세요',
    en: 'no people are drawn: please send a photo',
  },
  {
    ofMoods: false,
    signs: /동영상|영상|움직이는|애니메이션|\bgif\b|\b(?:video|animat\w+|moving)\b/iu,
    ko: '움직이는 광고는 완성된 광고의 ‘움직이게’ 버튼이나 --motion으로 만들어요',
    en: 'an ad is made to move by its button “Make it move” or by --motion',
  },
  {
    ofMoods: false,
    signs:
      /오른쪽|왼쪽|우측|좌측|상단|하단|가운데|중앙|맨\s?위|맨\s?아래|위에\s|아래에\s|크게|작게|레이아웃|구도|배치|여백|테두리|프레임|\b(?:top|bottom|left|right|corner|cent(?:er|re)|middle|bigger|larger|smaller|layout|composition|margins?|borders?|frame|empty\sspace)\b/iu,
    ko: '글자의 자리와 크기는 그림에서 가장 잘 읽히는 곳으로 정해요',
    en: 'text goes where it reads best',
  },
];
