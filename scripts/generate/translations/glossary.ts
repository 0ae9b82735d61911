import type { Language } from './languages';

/** One term of the vocabulary, and the one word for it in each language; a pattern where the word is inflected. */
export interface Term {
  readonly english: RegExp;
  readonly words: Readonly<Record<Exclude<Language, 'en'>, RegExp>>;
}

/** The words on which most texts stand. docs/glossaries has the rest, and why. */
export const terms: readonly Term[] = [
  {
    english: /(?<![\w-])nodes?\b/i,
    words: { es: /nodo/i, fr: /nœud/i, ja: /ノード/, ko: /노드|Node 목록/, zh: /节点/ },
  },
  {
    english: /\brequirements?\b/i,
    words: { es: /requisito/i, fr: /exigence/i, ja: /要件/, ko: /요구 사항/, zh: /要求/ },
  },
  { english: /\bverdicts?\b/i, words: { es: /veredicto/i, fr: /verdict/i, ja: /判定/, ko: /판정/, zh: /判定/ } },
  {
    english: /\b(?<!cluster )reports?\b/i,
    words: { es: /inform/i, fr: /rapport/i, ja: /レポート|報告/, ko: /보고/, zh: /报告/ },
  },
  { english: /\bguides?\b/i, words: { es: /guía/i, fr: /guide/i, ja: /ガイド/, ko: /가이드/, zh: /指南/ } },
  {
    english: /(?<![\w-])(?<!machineconfiguration )clusters?\b/i,
    words: { es: /clúster/i, fr: /cluster/i, ja: /クラスター/, ko: /클러스터/, zh: /集群/ },
  },
  {
    english: /\bprofiles?\b/i,
    words: { es: /perfil/i, fr: /profil/i, ja: /プロファイル/, ko: /프로필/, zh: /配置集/ },
  },
  { english: /\bevidence\b/i, words: { es: /evidencia/i, fr: /preuve/i, ja: /根拠/, ko: /근거/, zh: /证据/ } },
  { english: /\breboots?\b/i, words: { es: /reinici/i, fr: /redémarr/i, ja: /再起動/, ko: /재부팅/, zh: /重新引导/ } },
  { english: /\bcauses\b/i, words: { es: /causa/i, fr: /cause/i, ja: /原因/, ko: /원인/, zh: /根因/ } },
  {
    english: /\bpermission\b/i,
    words: { es: /permiso/i, fr: /autorisation/i, ja: /パーミッション/, ko: /권한/, zh: /权限/ },
  },
];
