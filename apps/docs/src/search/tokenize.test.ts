import { expect, it } from 'vitest';
import { tokenize } from './tokenize.ts';

it('splits words, codes and fields', () => {
  expect(tokenize('FLC4102: pools.ci.scaleDown-Delay')).toEqual([
    'flc4102',
    'pools',
    'ci',
    'scaledown',
    'scale',
    'down',
    'delay',
  ]);
});

it('splits Chinese into pairs of neighbours', () => {
  expect(tokenize('自动扩缩容')).toEqual(['自动', '动扩', '扩缩', '缩容']);
  expect(tokenize('镜')).toEqual(['镜']);
  expect(tokenize('一个runner池')).toEqual(['runner', '一个', '池']);
});
