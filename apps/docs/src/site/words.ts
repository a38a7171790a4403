import type { Language } from './page.ts';

/** The site's own words, in the language of the page. */
export interface Words {
  readonly skip: string;
  readonly menu: string;
  readonly search: string;
  readonly onThisPage: string;
  readonly previous: string;
  readonly next: string;
  readonly copy: string;
  readonly copied: string;
  readonly nothing: string;
}

/** The words of each language. */
export const words: Readonly<Record<Language, Words>> = {
  'en': {
    skip: 'Skip to the text',
    menu: 'Menu',
    search: 'Search',
    onThisPage: 'On this page',
    previous: 'Previous',
    next: 'Next',
    copy: 'Copy',
    copied: 'Copied',
    nothing: 'Nothing found',
  },
  'zh-Hans': {
    skip: '跳到正文',
    menu: '目录',
    search: '搜索',
    onThisPage: '本页内容',
    previous: '上一页',
    next: '下一页',
    copy: '复制',
    copied: '已复制',
    nothing: '没有结果',
  },
};

/** What each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = {
  'en': 'English',
  'zh-Hans': '中文',
};
