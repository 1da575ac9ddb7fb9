import { message } from './message.ts';

/** What can be wrong with models' files and with what is asked of a model. `file` is as the operator wrote it. */
export const modelMessages = {
  'model-folder-missing': message<{ folder: string }>(
    ({ folder }) =>
      `모델 폴더가 없어요: ${folder}. ZIMAGE_MODEL_DIR을 확인하거나 \`npm run models -- pull zimage-turbo-bf16\`으로 받아 주세요.`,
    ({ folder }) =>
      `There is no model folder at ${folder}. Check ZIMAGE_MODEL_DIR, or download one with \`npm run models -- pull zimage-turbo-bf16\`.`,
  ),
  'model-not-zimage': message<{ folder: string; found: string }>(
    ({ folder, found }) =>
      `Z-Image 모델이 아니에요: ${folder} (${found}). Z-Image-Turbo의 diffusers 폴더나 ComfyUI 파일을 지정해 주세요.`,
    ({ folder, found }) =>
      `${folder} does not contain a Z-Image model (${found}). Use a Z-Image-Turbo folder in diffusers format, or ComfyUI's files of it.`,
  ),
  'model-part-missing': message<{ folder: string; part: string }>(
    ({ folder, part }) =>
      `모델의 ${part} 파일을 찾지 못했어요: ${folder}. ZIMAGE_MODEL_DIR에 세 파일을 쉼표로 나누어 적거나 ComfyUI의 models 폴더를 지정해 주세요.`,
    ({ folder, part }) =>
      `No file of the model's ${part} was found in ${folder}. Name all three files in ZIMAGE_MODEL_DIR, with commas, or ComfyUI's models folder.`,
  ),
  'model-tokenizer-missing': message<{ folder: string }>(
    ({ folder }) =>
      `${folder}에 tokenizer.json이 없어요. --tokenizer나 ZIMAGE_TOKENIZER_DIR로 폴더를 알려 주거나 \`npm run models -- pull zimage-tokenizer\`로 받아 주세요.`,
    ({ folder }) =>
      `There is no tokenizer.json with ${folder}. Name its folder with --tokenizer or ZIMAGE_TOKENIZER_DIR, or fetch it with \`npm run models -- pull zimage-tokenizer\`.`,
  ),
  'model-file-missing': message<{ file: string; wantedBy: string }>(
    ({ file, wantedBy }) =>
      `모델 파일이 없어요: ${file} (${wantedBy}에 필요해요). 내려받기가 끝났는지 \`npm run models -- check\`로 확인해 주세요.`,
    ({ file, wantedBy }) =>
      `The model file ${file} is missing (${wantedBy} needs it). Check that the download is complete with \`npm run models -- check\`.`,
  ),
  'model-file-unreadable': message<{ file: string; reason: string }>(
    ({ file, reason }) => `모델 파일을 읽을 수 없어요: ${file} (${reason}). 파일 권한을 확인해 주세요.`,
    ({ file, reason }) => `The model file ${file} cannot be read (${reason}). Check its permissions.`,
  ),
  'model-file-truncated': message<{ file: string; bytes: number; expected: number }>(
    ({ file, bytes, expected }) =>
      `모델 파일이 덜 받아졌어요: ${file} (${expected}바이트 중 ${bytes}바이트). 다시 받아 주세요.`,
    ({ file, bytes, expected }) =>
      `The model file ${file} is incomplete: ${bytes} of ${expected} bytes. Download it again.`,
  ),
  'model-tensor-truncated': message<{ file: string; tensor: string; bytes: number; expected: number }>(
    ({ file, tensor, bytes, expected }) =>
      `모델 파일이 덜 받아졌어요: ${file}의 ${tensor}은(는) ${expected}바이트까지인데 ${bytes}바이트뿐이에요. 다시 받아 주세요.`,
    ({ file, tensor, bytes, expected }) =>
      `The model file ${file} is incomplete: ${tensor} ends at byte ${expected}, and there are ${bytes}. Download it again.`,
  ),
  'model-file-malformed': message<{ file: string; problem: string }>(
    ({ file, problem }) => `모델 파일이 손상되었어요: ${file}: ${problem}. 다시 받아 주세요.`,
    ({ file, problem }) => `The model file ${file} is damaged: ${problem}. Download it again.`,
  ),
  'model-dtype': message<{ file: string; tensor: string; found: string; usable: string }>(
    ({ file, tensor, found, usable }) =>
      `모델 파일의 자료형을 쓸 수 없어요: ${file}의 ${tensor}이(가) ${found}이에요. ${usable}로 저장된 모델을 써 주세요.`,
    ({ file, tensor, found, usable }) =>
      `The model file ${file} stores ${tensor} as ${found}. Use a model stored as ${usable}.`,
  ),
  'model-shape': message<{ file: string; tensor: string; found: string; expected: string }>(
    ({ file, tensor, found, expected }) =>
      `모델 파일이 config.json과 맞지 않아요: ${file}의 ${tensor}은(는) [${found}]인데 [${expected}]이어야 해요. 같은 모델의 파일인지 확인해 주세요.`,
    ({ file, tensor, found, expected }) =>
      `The model file ${file} does not match its config.json: ${tensor} is [${found}], expected [${expected}]. Check that both come from the same model.`,
  ),
  'model-tensor-missing': message<{ folder: string; tensor: string; more: number }>(
    ({ folder, tensor, more }) =>
      `모델에 빠진 부분이 있어요: ${folder}에 ${tensor}${more > 0 ? ` 외 ${more}개` : ''}이(가) 없어요. 모델을 다시 받아 주세요.`,
    ({ folder, tensor, more }) =>
      `The model in ${folder} is missing ${tensor}${more > 0 ? ` and ${more} more tensors` : ''}. Download it again.`,
  ),
  'model-config': message<{ file: string; problem: string }>(
    ({ file, problem }) => `모델 설정을 쓸 수 없어요: ${file}: ${problem}`,
    ({ file, problem }) => `The model's settings in ${file} cannot be used: ${problem}`,
  ),
  'model-unknown': message<{ name: string; known: readonly string[] }>(
    ({ name, known }) => `"${name}"이라는 모델은 몰라요. 쓸 수 있는 이름: ${known.join(', ')}`,
    ({ name, known }) => `There is no model "${name}". Available models: ${known.join(', ')}.`,
  ),
  'model-gated': message<{ repository: string; status: number }>(
    ({ repository, status }) =>
      `${repository}을(를) 받을 수 없어요 (${status}). 이름이 바뀌었거나, 사용 조건에 동의한 뒤 HF_TOKEN을 설정해야 해요.`,
    ({ repository, status }) =>
      `${repository} cannot be downloaded (${status}). It may have been renamed, or you may need to accept its terms and set HF_TOKEN.`,
  ),
  'model-file-name': message<{ repository: string; file: string }>(
    ({ repository, file }) =>
      `${repository}의 파일 이름을 쓸 수 없어요: ${file}. 모델 폴더 안에 저장할 수 없는 이름이니 받는 곳(HF_ENDPOINT)을 확인해 주세요.`,
    ({ repository, file }) =>
      `${repository} lists a file that cannot be saved in the model folder: ${file}. Check the download source (HF_ENDPOINT).`,
  ),
  'model-no-space': message<{ folder: string; needed: string; free: string }>(
    ({ folder, needed, free }) =>
      `디스크 공간이 부족해요: ${folder}에 ${needed}가 필요한데 ${free} 남았어요.`,
    ({ folder, needed, free }) => `Not enough disk space in ${folder}: ${needed} needed, ${free} free.`,
  ),
  'control-misfit': message<{ file: string; tensor: string; found: string; expected: string }>(
    ({ file, tensor, found, expected }) =>
      `이 모델의 ControlNet이 아니에요: ${file}의 ${tensor}이(가) ${found === '' ? '없는데' : `[${found}]인데`} [${expected}]이어야 해요.`,
    ({ file, tensor, found, expected }) =>
      `${file} is no ControlNet for this model: ${tensor} is ${found === '' ? 'missing' : `[${found}]`}, expected [${expected}].`,
  ),
  'control-no-inpaint': message<{ channels: number }>(
    ({ channels }) =>
      `이 ControlNet은 마스크를 받지 않아요 (${channels}채널). 2.0 이상을 쓰거나 --mask를 빼 주세요.`,
    ({ channels }) =>
      `This ControlNet takes no mask (it has ${channels} channels). Use version 2.0 or later, or leave out --mask.`,
  ),
  'lora-unusable': message<{ file: string; problem: string }>(
    ({ file, problem }) => `LoRA 파일을 쓸 수 없어요: ${file}: ${problem}`,
    ({ file, problem }) => `The LoRA ${file} cannot be used: ${problem}`,
  ),
  'lora-misfit': message<{ file: string; modules: readonly string[]; more: number }>(
    ({ file, modules, more }) =>
      `이 모델용 LoRA가 아니에요: ${file}. 맞지 않는 곳: ${modules.join(', ')}${more > 0 ? ` 외 ${more}곳` : ''}`,
    ({ file, modules, more }) =>
      `The LoRA ${file} is for another model. Modules that do not match: ${modules.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
  ),
  'size-not-allowed': message<{
    width: number;
    height: number;
    multiple: number;
    max: number;
    near: string;
  }>(
    ({ width, height, multiple, max, near }) =>
      `${width}×${height} 크기는 만들 수 없어요. 가로세로는 ${multiple}의 배수이고 ${max} 이하여야 해요. 가까운 크기: ${near}`,
    ({ width, height, multiple, max, near }) =>
      `Cannot make a ${width}×${height} picture: both sides must be multiples of ${multiple}, up to ${max}. The nearest size is ${near}.`,
  ),
  'strength-too-low': message<{ strength: number; steps: number }>(
    ({ strength, steps }) =>
      `강도 ${strength}는 ${steps}단계에서 바뀌는 것이 없어요. 강도나 단계를 올려 주세요.`,
    ({ strength, steps }) =>
      `A strength of ${strength} changes nothing in ${steps} steps. Increase the strength or the number of steps.`,
  ),
  'cutout-model-unknown': message<{ file: string; known: readonly string[] }>(
    ({ file, known }) =>
      `어떤 누끼 모델인지 알 수 없어요: ${file}. 파일 이름을 다음 중 하나로 해 주세요: ${known.join(', ')}`,
    ({ file, known }) =>
      `Cannot tell which cut-out model ${file} is. Rename the file to one of: ${known.join(', ')}.`,
  ),
} as const;
