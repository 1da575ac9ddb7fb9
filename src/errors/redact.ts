/**
 * What secrets look like: Slack tokens, OpenAI and Hugging Face keys, Discord bot tokens, GitHub and AWS keys, bearer and
 * basic headers, signed web tokens, private keys, passwords in addresses, the tokens in the addresses of Discord's and
 * Slack's webhooks and in query strings, and whatever stands behind a secret's name in JSON or in `NAME=value`.
 *
 * Each pattern is linear: it begins at a fixed text, or what it repeats cannot begin it anew.
 */
const SECRETS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]{0,10000}(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?/g,
  /\bx(?:ox[abceprs]|app)-[A-Za-z0-9-]{6,}/g,
  /\bsk-[A-Za-z0-9_-]{8,}/g,
  /\bhf_[A-Za-z0-9]{8,}/g,
  /\bgh[opsur]_[A-Za-z0-9]{16,}/g,
  /\bA(?:KI|SI)A[A-Z0-9]{16}\b/g,
  /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*/g,
  /\b[MNO][A-Za-z0-9_-]{22,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,}/g,
  /(?<=\b(?:Bearer|Bot|[Aa]uthorization: Basic) )[A-Za-z0-9._~+/=-]{8,}/g,
  /(?<=\/webhooks\/\d{1,20}\/)[A-Za-z0-9._~%-]{8,}/g,
  /(?<=\/interactions\/\d{1,20}\/)[A-Za-z0-9._~%-]{8,}/g,
  /(?<=\bhooks\.slack(?:-gov)?\.com\/[a-z]{1,20}\/)[A-Za-z0-9._~%/-]{8,}/g,
  /(?<=:\/\/[^\s/:@]{0,100}:)[^\s/@]{1,200}(?=@)/g,
  /(?<=[?&](?:[a-z_-]{0,20}token|key|signature|hm|sig)=)[^&\s]+/gi,
  /(?<=["']?(?:token|secret|password|passwd|api_?key|authorization|cookie)["']?[:=] ?["'])[^"']{1,4096}/gi,
  /(?<=\b[A-Z_]{0,40}(?:TOKEN|SECRET|PASSWORD|API_KEY)=)[^\s"']{1,4096}/g,
];

/** What stands where a secret was. */
export const REDACTED = '[redacted]';

/** Words that name a secret, in a field's name. */
const SECRET_WORDS: ReadonlySet<string> = new Set([
  'token',
  'secret',
  'password',
  'passwd',
  'passphrase',
  'authorization',
  'cookie',
  'credential',
  'credentials',
  'signature',
  'bearer',
  'apikey',
]);

/** Words that make a key a secret one. */
const KEYS_OF: ReadonlySet<string> = new Set(['api', 'private', 'access', 'signing', 'secret']);

/** The text with every secret in it replaced by `[redacted]`. */
export function redact(text: string): string {
  return SECRETS.reduce((clean, pattern) => clean.replace(pattern, REDACTED), text);
}

/** Whether a field of that name holds a secret, whatever it looks like: `token`, `botToken`, `SLACK_SIGNING_SECRET`, `api-key`. */
export function isSecretName(name: string): boolean {
  const words = name
    .slice(0, 200)
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/);
  return words.some(
    (word, index) => SECRET_WORDS.has(word) || (word === 'key' && KEYS_OF.has(words[index - 1] ?? '')),
  );
}
