import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/app/config/config.ts';
import { slackWay } from '../../../src/app/config/slack-way.ts';

describe('the way to Slack', () => {
  it('is a socket, which takes an app token', () => {
    expect(slackWay(loadConfig({ SLACK_APP_TOKEN: 'xapp-1' }))).toEqual({
      mode: 'socket',
      appToken: 'xapp-1',
    });
    expect(() => slackWay(loadConfig({}))).toThrow(/SLACK_APP_TOKEN/);
  });

  it('or HTTP, which takes a secret and never an empty one', () => {
    const http = { SLACK_MODE: 'http', PORT: '8080' };
    expect(slackWay(loadConfig({ ...http, SLACK_SIGNING_SECRET: 's' }))).toEqual({
      mode: 'http',
      signingSecret: 's',
      port: 8080,
    });
    expect(() => slackWay(loadConfig({ ...http, SLACK_SIGNING_SECRET: '  ' }))).toThrow(
      /SLACK_SIGNING_SECRET/,
    );
  });
});
