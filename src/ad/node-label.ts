import type { LocalizedText } from './locale.ts';

/** What each node does, as people read it in progress. */
const LABELS: Readonly<Record<string, LocalizedText>> = {
  PromptProcessorNode: { ko: '요청 읽기', en: 'Reading the request' },
  PageNode: { ko: '이 장에 담을 것 고르기', en: 'Choosing what stands on this page' },
  Text2ImageNode: { ko: '배경 그리기', en: 'Drawing the background' },
  Image2ImageNode: { ko: '사진 다시 그리기', en: 'Restyling the photo' },
  PhotoPreparationNode: { ko: '사진 다듬기', en: 'Preparing the photo' },
  BackgroundRemovalNode: { ko: '제품 오려내기', en: 'Cutting out the product' },
  ProductLayoutAnalyzerNode: { ko: '제품 자리 잡기', en: 'Placing the product' },
  ThingChoiceNode: { ko: '사진 속 다른 것 찾기', en: 'Looking for other things in the photo' },
  BackgroundCompositeNode: { ko: '그림자 넣어 합치기', en: 'Blending it into the scene' },
  WhiteGroundNode: { ko: '흰 바탕에 놓기', en: 'Setting it on white' },
  PhotoFitNode: { ko: '사진 맞추기', en: 'Fitting the photo' },
  DesignMaterialNode: { ko: '보여 줄 것 고르기', en: 'Choosing what to show' },
  PictureOrderNode: { ko: '그릴 그림 정하기', en: 'Deciding which picture to make' },
  MadePictureNode: { ko: '그린 그림 살펴보기', en: 'Looking at the picture that was made' },
  DesignNode: { ko: '디자인 짜기', en: 'Designing' },
  DesignPaintNode: { ko: '디자인 그리기', en: 'Drawing the design' },
  GPTLayoutAnalyzerNode: { ko: '글자 자리 잡기', en: 'Placing the text' },
  TextOverlayNode: { ko: '글자 쓰기', en: 'Drawing the text' },
  PartsLayoutNode: { ko: 'QR·메뉴 자리 잡기', en: 'Placing the QR code and the menu' },
  PartsOverlayNode: {
    ko: 'QR·메뉴 넣고 읽어 보기',
    en: 'Adding the QR code and the menu, and reading them back',
  },
  BrandLogoNode: { ko: '로고 넣기', en: 'Adding the logo' },
  AiNoticeNode: { ko: 'AI 표시 넣기', en: 'Adding the AI notice' },
  AdContentNode: { ko: '레이어 모으기', en: 'Gathering the layers' },
  MotionNode: { ko: '움직임 정하기', en: 'Deciding how it moves' },
  LoopFileNode: { ko: '움직이는 그림 만들기', en: 'Making it move' },
  SaveLoopNode: { ko: '움직이는 그림 저장하기', en: 'Saving the moving ad' },
  SaveImageNode: { ko: '저장하기', en: 'Saving' },
};

/** A node's work in both languages; the node's own name where it has no words yet. */
export function labelOf(node: string): LocalizedText {
  return LABELS[node] ?? { ko: node, en: node };
}
