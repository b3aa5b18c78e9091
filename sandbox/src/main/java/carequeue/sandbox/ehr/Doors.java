package carequeue.sandbox.ehr;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.FifoMemoryPagingProvider;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import carequeue.sandbox.Settings;
import java.time.ZoneId;
import java.util.List;

/** The FHIR servers before the records: the same doors, some of them a vendor's own. */
final class Doors {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 500;
    private static final int REMEMBERED_SEARCHES = 200;

    private Doors() {}

    static RestfulServer server(FhirContext fhir, List<IResourceProvider> doors) {
        var server = new RestfulServer(fhir);
        server.setServerName("CareQueue sandbox EHR");
        server.setResourceProviders(doors);
        server.setPagingProvider(pages());
        server.setDefaultResponseEncoding(EncodingEnum.JSON);
        return server;
    }

    static List<IResourceProvider> plain(Records records, Settings settings) {
        return of(
                records,
                settings.zone(),
                new AppointmentDoor(records, settings.zone()),
                new EncounterDoor(records, settings.zone(), settings.clock()));
    }

    static List<IResourceProvider> cerner(Records records, Settings settings) {
        return of(
                records,
                settings.zone(),
                new CernerAppointmentDoor(records, settings.zone()),
                new CernerEncounterDoor(records, settings.zone(), settings.clock()));
    }

    private static List<IResourceProvider> of(
            Records records, ZoneId zone, AppointmentDoor appointments, EncounterDoor encounters) {
        return List.of(
                new PatientDoor(records, zone),
                appointments,
                encounters,
                new PractitionerDoor(records, zone),
                new PractitionerRoleDoor(records, zone),
                new OrganizationDoor(records, zone),
                new LocationDoor(records, zone),
                new CoverageDoor(records, zone),
                new ConditionDoor(records, zone),
                new ProcedureDoor(records, zone),
                new ChargeItemDoor(records, zone));
    }

    private static FifoMemoryPagingProvider pages() {
        var paging = new FifoMemoryPagingProvider(REMEMBERED_SEARCHES);
        paging.setDefaultPageSize(PAGE);
        paging.setMaximumPageSize(LARGEST_PAGE);
        return paging;
    }
}
