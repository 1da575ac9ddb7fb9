import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/app/config/config.ts';
import { slackTransport } from '../../../src/app/config/slack-transport.ts';

describe('the transport of Slack', () => {
  it('is a socket, which takes an app token', () => {
    expect(slackTransport(loadConfig({ SLACK_APP_TOKEN: 'xapp-1' }))).toEqual({
      mode: 'socket',
      appToken: 'xapp-1',
    });
    expect(() => slackTransport(loadConfig({}))).toThrow(/SLACK_APP_TOKEN/);
  });

  it('or HTTP, which takes a secret and never an empty one', () => {
    const http = { SLACK_MODE: 'http', PORT: '8080' };
    expect(slackTransport(loadConfig({ ...http, SLACK_SIGNING_SECRET: 's' }))).toEqual({
      mode: 'http',
      signingSecret: 's',
      port: 8080,
    });
    expect(() => slackTransport(loadConfig({ ...http, SLACK_SIGNING_SECRET: '  ' }))).toThrow(
      /SLACK_SIGNING_SECRET/,
    );
  });
});
