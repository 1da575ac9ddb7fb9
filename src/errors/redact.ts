/**
 * What secrets look like: Slack tokens, OpenAI and Hugging Face keys, Discord bot tokens, bearer headers,
 * and the tokens in the addresses of Discord's and Slack's webhooks and in query strings.
 */
const SECRETS: readonly RegExp[] = [
  /\bx(?:ox[abeprs]|app)-[A-Za-z0-9-]{6,}/g,
  /\bsk-[A-Za-z0-9_-]{8,}/g,
  /\bhf_[A-Za-z0-9]{8,}/g,
  /\b[MNO][A-Za-z0-9_-]{22,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,}/g,
  /\b(?<=(?:Bearer|Bot) )[A-Za-z0-9._~+/=-]{8,}/g,
  /(?<=\/webhooks\/\d{1,20}\/)[A-Za-z0-9._~%-]{8,}/g,
  /(?<=\/interactions\/\d{1,20}\/)[A-Za-z0-9._~%-]{8,}/g,
  /(?<=\bhooks\.slack(?:-gov)?\.com\/[a-z]{1,20}\/)[A-Za-z0-9._~%/-]{8,}/g,
  /(?<=[?&](?:token|key|signature|hm|sig)=)[^&\s]+/gi,
];

/** The text with every secret in it replaced by `[redacted]`. */
export function redact(text: string): string {
  return SECRETS.reduce((clean, pattern) => clean.replace(pattern, '[redacted]'), text);
}
