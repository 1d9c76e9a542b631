import { type DemoComponent, lowerFirst, placesOf } from './component.ts'
import { versionNow } from './pom.ts'

export interface DescriptorTwist {
  readonly version?: string
  readonly page?: string
  readonly class?: string
}

/** Name of the right that opens the administration page. */
export function rightOf(c: DemoComponent): string {
  return `${c.short.replaceAll('-', '_').toUpperCase()}_MANAGEMENT`
}

function application(c: DemoComponent): string {
  if (c.kind !== 'plugin') return ''
  const places = placesOf(c)
  const cls =
    c.line === 'v7' ? `            <application-class>${places.package}.web.${c.entity}XPage</application-class>\n` : ''
  return `    <applications>
        <application>
            <application-id>${c.short}</application-id>
${cls}        </application>
    </applications>
`
}

/** `webapp/WEB-INF/plugins/<name>.xml`. */
export function descriptorOf(c: DemoComponent, twist: DescriptorTwist = {}, version = versionNow(c)): string {
  const { keys, web } = placesOf(c)
  const feature = `manage${c.entity}s`
  return `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<plug-in>
    <name>${c.short}</name>
    <class>${twist.class ?? 'fr.paris.lutece.portal.service.plugin.PluginDefaultImplementation'}</class>
    <version>${twist.version ?? version}</version>
    <description>${keys}.plugin.description</description>
    <documentation/>
    <installation/>
    <changes/>
    <user-guide/>
    <provider>${keys}.plugin.provider</provider>
    <provider-url>https://vaubrelle.example</provider-url>
    <icon-url>images/admin/skin/plugins/${c.short.split('-')[0]}/${c.short}.png</icon-url>
    <copyright>Copyright (c) 2026</copyright>
    <db-pool-required>1</db-pool-required>
    <core-version-dependency>
        <min-core-version>${c.line === 'v8' ? '8.0.0' : '7.0.13'}</min-core-version>
    </core-version-dependency>
    <admin-features>
        <admin-feature>
            <feature-id>${rightOf(c)}</feature-id>
            <feature-title>${keys}.adminFeature.${feature}.name</feature-title>
            <feature-description>${keys}.adminFeature.${feature}.description</feature-description>
            <feature-level>1</feature-level>
            <feature-url>jsp/admin/${web}/${twist.page ?? `Manage${c.entity}s`}.jsp</feature-url>
        </admin-feature>
    </admin-features>
${application(c)}</plug-in>
`
}

/** Name of the bean that administration pages talk to. */
export function beanName(c: DemoComponent): string {
  return `${lowerFirst(c.entity)}JspBean`
}
