import * as api from '@caseweave/protocol';
import { expect, test } from 'vitest';

test('the package exports these names and no others', () => {
  expect(Object.keys(api).toSorted()).toMatchSnapshot();
});
