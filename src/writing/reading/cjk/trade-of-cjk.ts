import type { Statement } from '../../../ad/statement.ts';

/** What is sold or done in Japanese and Chinese, by the trade's key; the words are parted by blanks. */
const WORDS: Readonly<Record<string, string>> = {
  ramen: 'ラーメン らーめん 拉麺 うどん そば つけ麺 蕎麦 烏冬 乌冬面 日式拉面',
  sushi: '寿司 鮨 すし 刺身 海鮮丼 寿司店 刺身拼盘',
  katsu: 'カレー とんかつ トンカツ 豚カツ 天丼 牛丼 親子丼 カツ丼 丼ぶり 咖喱饭 炸猪排',
  'japanese-other': '焼き鳥 やきとり お好み焼き たこ焼き すき焼き しゃぶしゃぶ 天ぷら おでん',
  bar: '居酒屋',
  nightlife: 'スナック クラブ',
  malatang: '火锅 火鍋 麻辣烫 麻辣燙 麻辣香锅 麻辣香鍋 マーラータン 串串香',
  chinese:
    '炒饭 炒飯 炒面 小笼包 小籠包 水饺 水餃 饺子 餃子 点心 點心 烧卖 焼売 麻婆豆腐 北京烤鸭 酸辣汤 中華料理 羊肉串 馄饨 包子 煎饼 餐馆',
  'beef-grill': '焼肉 烤肉 韓牛 韩牛',
  'pork-grill': 'サムギョプサル 三層肉 五花肉 烤五花',
  soup: 'サムゲタン 参鶏湯 参鸡汤 ソルロンタン キムチチゲ 部队锅 泡菜汤',
  naengmyeon: '冷麺 冷麵 冷面',
  bakery: 'パン ベーカリー クロワッサン 食パン 面包 麵包 可颂 ベーグル ドーナツ 甜甜圈',
  dessert: 'ケーキ マカロン スイーツ タルト 蛋糕 甜品 甜點 马卡龙 プリン 布丁',
  'ice-cream': 'アイスクリーム ソフトクリーム ジェラート かき氷 冰淇淋 冰激凌 刨冰 雪花冰',
  'rice-cake': '大福 もち 餅 和菓子 年糕 麻薯 糯米',
  cafe: 'コーヒー カフェラテ ラテ カフェ 珈琲 抹茶 喫茶 咖啡 拿铁 奶茶 珍珠奶茶 紅茶 红茶 タピオカ',
  chicken: 'チキン からあげ 唐揚げ フライドチキン 炸鸡 炸雞',
  pizza: 'ピザ 披萨 披薩',
  burger: 'ハンバーガー 汉堡 漢堡',
  sandwich: 'サンドイッチ サラダ 三明治 沙拉',
  pasta: 'パスタ ステーキ スパゲッティ 意大利面 牛排',
  vietnamese: 'フォー ベトナム料理 越南粉 越南河粉',
  'southeast-asian': 'タイ料理 パッタイ 泰国菜 冬阴功',
  snack: 'トッポギ キンパ のり巻き 炒年糕 紫菜包饭',
  guesthouse: 'ゲストハウス 民泊 民宿 ホステル 青旅 青年旅舍',
  hotel: 'ホテル 旅館 酒店 リゾート 度假村',
  pension: 'ペンション',
  'hair-salon': '美容室 ヘアサロン ヘアカット カラーリング パーマ 理发 剪发 染发 烫发 美发',
  'nail-shop': 'ネイル ジェルネイル 美甲 指甲',
  'skin-care-room': 'エステ フェイシャル まつげエクステ まつエク 皮肤管理 美容院 面部护理 睫毛 嫁接睫毛',
  massage: 'マッサージ 整体 足つぼ 按摩 推拿 足疗',
  bathhouse: '銭湯 温泉 サウナ チムジルバン 汗蒸 桑拿',
  cosmetics: '化粧品 コスメ スキンケア 口紅 面膜 化妆品 护肤品 口红',
  pharmacy: '薬局 药店 藥局',
  florist: '花束 フラワーアレンジメント 花屋 生花 鲜花 花店 玫瑰',
  bags: '財布 革財布 バッグ かばん 鞄 リュック 钱包 皮包 背包 手提包',
  shoes: '靴 スニーカー ブーツ 运动鞋 皮鞋 靴子',
  womenswear: 'ワンピース スカート ブラウス 连衣裙 半身裙 女装',
  menswear: 'スーツ 男装 西装',
  hanbok: '韓服 韩服 チマチョゴリ',
  fashion: 'Tシャツ パーカー コート 古着 卫衣 羽绒服 服装',
  jewellery: '指輪 ネックレス 金の指輪 戒指 项链 珠宝',
  accessories: 'アクセサリー ピアス イヤリング 耳环 饰品',
  optician: 'メガネ 眼鏡 コンタクトレンズ 眼镜 隐形眼镜',
  'mobile-shop': 'スマホ スマートフォン 手机',
  stationery: '文房具 文具',
  bookstore: '本屋 書店 古本 书店 图书',
  toys: 'おもちゃ 玩具 フィギュア 手办',
  bicycles: '自転車 自行车',
  souvenirs: 'お土産 土産 纪念品 特产',
  butcher: '精肉 肉屋 牛肉 猪肉',
  seafood: '海鮮 鮮魚 カニ エビ 海鲜 螃蟹 帝王蟹 龙虾',
  grocery: '野菜 果物 いちご みかん りんご 水果 蔬菜 草莓 苹果 橘子',
  'health-food': '高麗人参 紅参 红参 人参 サプリメント 保健品',
  'dried-fish': '海苔 紫菜',
  dental: '歯科 歯医者 インプラント 矯正歯科 牙科 种植牙 洗牙 牙齿矫正',
  dermatology: '皮膚科 皮肤科',
  'plastic-surgery': '美容外科 整形外科手術 整形 双眼皮',
  'oriental-medicine': '韓医院 鍼灸 针灸 中药',
  'language-school': '英会話 英語教室 韓国語 日本語教室 中国語教室 韩语 英语 日语',
  'music-school': 'ピアノ教室 ギター教室 钢琴课 吉他课 音乐教室',
  'art-school': '絵画教室 画室 美术课',
  yoga: 'ヨガ ピラティス 瑜伽 普拉提',
  'martial-arts': 'テコンドー 空手 柔道 跆拳道',
  'hobby-class': '陶芸 手作り体験 料理教室 キャンドル作り 陶艺 手工课',
  gym: 'ジム パーソナルトレーニング 健身 健身房 私教',
  karaoke: 'カラオケ 卡拉OK KTV',
  'pc-room': 'ネットカフェ 网吧',
  'photo-studio': '写真館 証明写真 写真撮影 韓服撮影 写真スタジオ 证件照 拍照 写真',
  'travel-agency': 'ツアー 日帰りツアー 旅行社 旅游团 一日游 跟团',
  'car-rental': 'レンタカー 租车',
  'clothes-rental': '韓服レンタル 着物レンタル 浴衣レンタル 韩服租赁 韩服体验',
  cleaning: 'ハウスクリーニング 清掃 保洁 家政',
  'pet-grooming': 'トリミング ペットホテル 宠物美容 宠物寄养',
  'pet-shop': 'ペットショップ ペットフード 猫粮 狗粮 宠物用品',
  'real-estate': '不動産 賃貸 房产 租房 出租公寓',
  translator: '翻訳 通訳 翻译 口译',
};

const BY_LENGTH: readonly (readonly [string, string])[] = Object.entries(WORDS)
  .flatMap(([key, words]) =>
    words
      .split(' ')
      .filter((word) => word !== '')
      .map((word): [string, string] => [word, key]),
  )
  .sort(([a], [b]) => b.length - a.length);

/** What is sold, and what sort of a shop it is. */
const TELLING: ReadonlySet<string> = new Set(['product', 'trade', 'shop', 'description']);

/** The trade that the first telling statement in Japanese or Chinese names by its longest word, and that word. */
export function tradeOfCjk(
  statements: readonly Statement[],
): { readonly key: string; readonly by: string } | undefined {
  for (const { kind, text } of statements) {
    if (!TELLING.has(kind)) continue;
    const found = BY_LENGTH.find(([word]) => text.includes(word));
    if (found !== undefined) return { key: found[1], by: found[0] };
  }
  return undefined;
}
