import * as sdk from '@openshift-console/dynamic-plugin-sdk';
import { askEarly, fetchJson, takeEarlyAnswer } from './fetch-json';

const url = '/api/kubernetes/api/v1/nodes';
const table = 'application/json;as=Table';
/** What the API answers from now on: to each question another number. */
const answering = () => {
  let answers = 0;
  return vi.spyOn(sdk, 'consoleFetchJSON').mockImplementation(() => Promise.resolve((answers += 1)));
};

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  takeEarlyAnswer(url);
  takeEarlyAnswer(url, table);
});

describe('what is asked early', () => {
  it('is the answer to the next who asks the same, and to nobody after', async () => {
    const asked = answering();
    askEarly(url, table);
    expect(await fetchJson(url)).toBe(2);
    expect(await fetchJson(url, table)).toBe(1);
    expect(await fetchJson(url, table)).toBe(3);
    expect(asked).toHaveBeenCalledTimes(3);
  });

  it('fails for who asks the same, and troubles nobody before', async () => {
    vi.spyOn(sdk, 'consoleFetchJSON').mockRejectedValueOnce(new Error('forbidden'));
    askEarly(url);
    await Promise.resolve();
    await expect(fetchJson(url)).rejects.toThrow('forbidden');
  });

  it('is forgotten after ten seconds', async () => {
    vi.useFakeTimers();
    answering();
    askEarly(url);
    vi.advanceTimersByTime(10_000);
    expect(await fetchJson(url)).toBe(2);
  });

  it('is not asked by a page that nobody sees', () => {
    const asked = answering();
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    askEarly(url);
    expect(asked).not.toHaveBeenCalled();
  });
});
