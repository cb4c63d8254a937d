/// Words of departments and specialities. Behind a job's title and a comma they are part of the title, not an employer:
/// "Vice President, Finance", "Registered Nurse, Oncology".
enum DepartmentWords {
    static let all = """
        accounting accounts administration admissions advertising advisory analytics anesthesia appeals audit audits
        benefits billing biology branding budget business-development campaigns capital-markets cardiac cardiology
        chemistry claims collections commercial communications compliance construction consumer content controlling
        corporate criminal curriculum customer cybersecurity data day dermatology design development digital dispatch
        distribution division ecommerce einkauf emergency engineering english enterprise environmental equity er events
        exports facilities family finance finances fiscal food front fundraising geography geriatrics global growth health
        history hr human icu immigration implementation innovation instruction insurance integrated intensive inventory
        investor it itu kitchen labor labour law learning leasing legal lending litigation logistics maintenance
        manufacturing marketing maternity mathematics maths medical medicine mergers midwifery mobile mortgage neonatal
        nephrology neurology nicu night nights northeast northwest obstetrics oncology operations or orthopaedics
        orthopedics outpatient packaging paediatrics payroll pediatrics pharmacy physics planning platform policy press
        pricing private procurement product production products programme programming programs projects property
        psychiatry purchasing quality radiology real receiving recruiting recruitment regional regulatory relations
        research residential resources retail risk safety sales science search security service services shipping
        social software southeast southwest sourcing special strategy supply support surgery surgical sustainability
        systems talent tax technology telemetry theatre trading training transformation transport transportation
        trauma treasury utilities ux vertrieb warehouse web wholesale women's
        """
}
