import * as z from 'zod';

/**
 * A thread as Slack names it: seconds and a running number (https://docs.slack.dev/messaging/retrieving-messages). What
 * has another form is no thread that could be answered in, and is taken for none.
 */
export const threadTs = z
  .string()
  .regex(/^\d{1,12}\.\d{1,9}$/)
  .optional()
  .catch(undefined);
