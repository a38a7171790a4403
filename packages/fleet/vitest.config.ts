import { statelessTests } from '../../vitest.shared.ts';

export default statelessTests();
