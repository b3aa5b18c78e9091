package carequeue.adapter.pms;

/**
 * What the practice management system is to know of an appointment.
 *
 * @param estimatedWaitTime minutes of wait expected, or null
 * @param queuePosition the place in the line, counted from 1, or null
 * @param waitReason why one of them is not known, or null
 */
public record PmsNews(PmsStatus status, Integer estimatedWaitTime, Integer queuePosition, String waitReason) {}
