package carequeue.adapter.ehr.oauth;

import java.util.Set;

/**
 * Where tokens are given.
 *
 * @param authMethods how a client may show who it is there, empty where that is not said
 */
record Endpoint(String tokenUrl, Set<String> authMethods) {}
