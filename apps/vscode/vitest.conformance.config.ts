import { conformanceTests } from '../../vitest.shared.ts';

export default conformanceTests({ testTimeout: 600_000 });
