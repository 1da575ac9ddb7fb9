import type { S3Config } from 's3mini';

/** Whose the bucket is, where the address does not say it. */
export interface S3Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** A bucket, and the folder in it, that `FILES_URL` names. */
export interface S3Address {
  readonly config: Pick<S3Config, 'endpoint' | 'region' | 'accessKeyId' | 'secretAccessKey'>;
  /** Ends with a slash where it is not empty. */
  readonly prefix: string;
  /** For messages, without the keys. */
  readonly title: string;
}

const DEFAULT_REGION = 'us-east-1';

/** @param url `s3://bucket/prefix?endpoint=https://host&region=name`; without an endpoint Amazon's own */
export function s3Address(url: string, keys: S3Keys): S3Address {
  const { hostname: bucket, pathname, searchParams } = new URL(url);
  const region = searchParams.get('region') ?? DEFAULT_REGION;
  const endpoint = searchParams.get('endpoint') ?? `https://s3.${region}.amazonaws.com`;
  const folder = decodeURIComponent(pathname).replace(/^\/+|\/+$/g, '');
  return {
    config: { ...keys, region, endpoint: `${endpoint.replace(/\/+$/, '')}/${bucket}` },
    prefix: folder === '' ? '' : `${folder}/`,
    title: `s3://${bucket}/${folder}`,
  };
}
