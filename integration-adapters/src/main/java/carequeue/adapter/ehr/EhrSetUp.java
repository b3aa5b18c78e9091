package carequeue.adapter.ehr;

import carequeue.adapter.outbox.PastEvents;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The effects by which the EHR follows a visit, one for each step. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({EhrSettings.class, EhrChoice.class})
class EhrSetUp {

    @Bean
    TellVisit tellArrived(EhrService ehr, Links links, Visits visits, EhrPatients patients) {
        return new TellVisit(VisitStep.ARRIVED, ehr, links, visits, patients);
    }

    @Bean
    TellVisit tellCheckedIn(EhrService ehr, Links links, Visits visits, EhrPatients patients) {
        return new TellVisit(VisitStep.CHECKED_IN, ehr, links, visits, patients);
    }

    @Bean
    TellVisit tellInProgress(EhrService ehr, Links links, Visits visits, EhrPatients patients) {
        return new TellVisit(VisitStep.IN_PROGRESS, ehr, links, visits, patients);
    }

    @Bean
    TellVisit tellBackToWaiting(EhrService ehr, Links links, Visits visits, EhrPatients patients) {
        return new TellVisit(VisitStep.BACK_TO_WAITING, ehr, links, visits, patients);
    }

    @Bean
    TellVisit tellFinished(EhrService ehr, Links links, Visits visits, EhrPatients patients) {
        return new TellVisit(VisitStep.FINISHED, ehr, links, visits, patients);
    }

    @Bean
    TellVisit tellCancelled(EhrService ehr, Links links, Visits visits, EhrPatients patients) {
        return new TellVisit(VisitStep.CANCELLED, ehr, links, visits, patients);
    }

    @Bean
    TellVisit tellEnteredInError(EhrService ehr, Links links, Visits visits, EhrPatients patients) {
        return new TellVisit(VisitStep.ENTERED_IN_ERROR, ehr, links, visits, patients);
    }

    @Bean
    TellNoShow tellNoShow(EhrService ehr, Links links, Untold untold, PastEvents past, EhrPatients patients) {
        return new TellNoShow(true, ehr, links, untold, past, patients);
    }

    @Bean
    TellNoShow tellBroughtBack(EhrService ehr, Links links, Untold untold, PastEvents past, EhrPatients patients) {
        return new TellNoShow(false, ehr, links, untold, past, patients);
    }

    @Bean
    TellAdded tellAdded(EhrService ehr, Links links, Untold untold, EhrPatients patients) {
        return new TellAdded(ehr, links, untold, patients);
    }

    @Bean
    TellVisit tellReopened(EhrService ehr, Links links, Visits visits, EhrPatients patients) {
        return new TellVisit(VisitStep.REOPENED, ehr, links, visits, patients);
    }
}
