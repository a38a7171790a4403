import { expect, it } from 'vitest';
import { readHtml } from './read-html.ts';

const page = (body: string) =>
  `<!doctype html>\n<html lang="en"><head><title>T</title></head><body>${body}</body></html>`;
const errors = (body: string) => readHtml(page(body)).errors;

it('reads what the laws of the site are about', () => {
  const { language, title, ids, links, loaded, titles, silentImages } = readHtml(
    page('<h1 id="a">A</h1><a href="b">b</a><img src="c" alt=""><img src="d" alt="D">'),
  );
  expect({ language, title, ids }).toEqual({ language: 'en', title: 'T', ids: ['a'] });
  expect({ links, loaded }).toEqual({ links: ['b', 'c', 'd'], loaded: ['c', 'd'] });
  expect({ titles, silentImages }).toEqual({ titles: 1, silentImages: 1 });
});

it('sees what a browser would have to guess', () => {
  expect(errors('<p>x</p>')).toEqual([]);
  expect(errors('<p>x <name>y</p>')).toEqual(['2: <name> is unknown']);
  expect(errors('<ul><li>x</ul>')).toEqual(['2: <li> is not closed, or not opened']);
  expect(errors('<p><div>x</div></p>')).toEqual([
    '2: <p> is not closed, or not opened',
    '?: <p> is not closed, or not opened',
  ]);
  expect(errors('<p id="a" id="b">x</p>')).toEqual(['2:64 duplicate-attribute']);
});
