/** The description of the API in the repository is the one the server gives, so that a change of it is seen in review. */
import { expect, test } from 'vitest';
import { rooms } from '../server/app.ts';
import { openApi } from '../server/platform/http/openapi.ts';

test('[INT-1] docs/openapi.json describes the API as it is; `npx vitest run tests/openapi.test.ts -u` writes it anew', async () => {
  await expect(`${JSON.stringify(openApi(rooms), null, 1)}\n`).toMatchFileSnapshot('../docs/openapi.json');
});
