import { describe, expect, it } from 'vitest'
import { factOf, problemOf } from './extract.ts'

const DESCRIPTOR = `<?xml version="1.0"?>
<plug-in>
  <name>fountain</name>
  <class>
    town.square.fountain.FountainPlugin
  </class>
  <version>1.0.0</version>
  <installation/>
  <description>fountain.plugin.description</description>
  <provider>fountain.plugin.provider</provider>
  <icon-url></icon-url>
  <core-version-dependency><min-core-version>8.0.0</min-core-version><max-core-version/></core-version-dependency>
  <admin-features>
    <admin-feature>
      <feature-id>POUR</feature-id>
      <feature-title>fountain.feature.title</feature-title>
      <feature-url>jsp/admin/plugins/fountain/Pour.jsp?view=all</feature-url>
    </admin-feature>
  </admin-features>
  <applications>
    <application><application-id>fountain</application-id></application>
    <application><application-id>basin</application-id><application-class>town.square.Basin</application-class></application>
  </applications>
  <daemons><daemon><daemon-name>fountain.daemon.name</daemon-name><daemon-class>town.square.PourDaemon</daemon-class></daemon></daemons>
  <filters><filter><filter-class>town.square.WetFilter</filter-class></filter></filters>
  <portlets><portlet><portlet-class/></portlet></portlets>
  <rbac-resource-types><rbac-resource-type><rbac-resource-type-class>town.square.Right</rbac-resource-type-class></rbac-resource-type></rbac-resource-types>
</plug-in>`

describe('A plugin descriptor', () => {
  it('gives the texts that rules compare, trimmed, with their lines', async () => {
    const descriptor = await factOf('descriptor', DESCRIPTOR)
    expect(descriptor.root).toBe('plug-in')
    expect(descriptor.name).toEqual({ text: 'fountain', line: 3 })
    expect(descriptor.class).toEqual({ text: 'town.square.fountain.FountainPlugin', line: 4 })
    expect(descriptor.iconUrl).toEqual({ text: '', line: 11 })
    expect(descriptor.minCoreVersion).toEqual({ text: '8.0.0', line: 12 })
  })

  it('tells an empty element from an absent one', async () => {
    const names = (await factOf('descriptor', DESCRIPTOR)).elements.map((each) => each.name)
    expect(names).toContain('installation')
    expect(names).not.toContain('changes')
  })

  it('lists every element that names a class, wherever it stands', async () => {
    const { classes } = await factOf('descriptor', DESCRIPTOR)
    expect(classes.map(({ element, text, line }) => [element, text, line])).toEqual([
      ['class', 'town.square.fountain.FountainPlugin', 4],
      ['application-class', 'town.square.Basin', 22],
      ['daemon-class', 'town.square.PourDaemon', 24],
      ['filter-class', 'town.square.WetFilter', 25],
      ['rbac-resource-type-class', 'town.square.Right', 27],
    ])
  })

  it('lists the texts that may be keys of a translation', async () => {
    const { labels } = await factOf('descriptor', DESCRIPTOR)
    expect(labels.map((each) => each.text)).toEqual([
      'fountain.plugin.description',
      'fountain.plugin.provider',
      'fountain.feature.title',
      'fountain.daemon.name',
    ])
  })

  it('lists applications and features', async () => {
    const { applications, features } = await factOf('descriptor', DESCRIPTOR)
    expect(applications).toMatchObject([
      { id: 'fountain', class: null, line: 21 },
      { id: 'basin', class: { text: 'town.square.Basin' } },
    ])
    expect(features).toMatchObject([
      { id: 'POUR', url: { text: 'jsp/admin/plugins/fountain/Pour.jsp?view=all', line: 17 } },
    ])
  })

  it('that is not well-formed gives a problem', async () => {
    expect(await problemOf('descriptor', '<plug-in><name>a</plug-in>')).toMatchObject({
      code: 'xml-malformed',
      line: 1,
    })
  })
})
