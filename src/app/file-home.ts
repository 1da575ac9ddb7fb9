import { UserError } from '../errors/user-error.ts';
import type { FileHome } from '../storage/file-home.ts';
import type { Config } from './config/config.ts';

/**
 * Where files are kept besides the data folder; undefined = nowhere. Its package is loaded where it is used.
 *
 * @throws UserError `bad-config` where there are no keys to it
 */
export async function openFileHome(config: Config): Promise<FileHome | undefined> {
  const { FILES_URL: url, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = config;
  if (url === undefined) return undefined;
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    const missing = accessKeyId === undefined ? 'AWS_ACCESS_KEY_ID' : 'AWS_SECRET_ACCESS_KEY';
    throw new UserError('bad-config', { problems: [`${missing}: needed for FILES_URL`] });
  }
  const [{ openS3Home }, { s3Address }] = await Promise.all([
    import('../storage/s3/s3-home.ts'),
    import('../storage/s3/s3-address.ts'),
  ]);
  return openS3Home(s3Address(url, { accessKeyId, secretAccessKey }));
}
