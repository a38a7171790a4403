import { conformanceTests } from '../../vitest.shared.ts';

export default conformanceTests();
