# The jar is built outside (./mvnw -DskipTests package); the image holds it, a JRE and nothing else. Its database is given, not embedded.
FROM eclipse-temurin:25-jre-noble AS layers
WORKDIR /build
COPY app/target/carequeue.jar carequeue.jar
RUN java -Djarmode=tools -jar carequeue.jar extract --destination carequeue
# One start, on the embedded database, lists the classes that a start needs; without the list the image starts too, only slower.
RUN (java -XX:DumpLoadedClassList=carequeue/classes.lst -jar carequeue/carequeue.jar > start.log 2>&1 & \
    for second in $(seq 180); do grep -q "is ready after" start.log && break; sleep 1; done; kill $!; wait $!; \
    sed -i '/^@lambda-proxy/d' carequeue/classes.lst) || true; \
    rm -rf .carequeue carequeue/lib/embedded-postgres-binaries-*.jar

FROM eclipse-temurin:25-jre-noble
RUN groupadd --system --gid 10001 carequeue \
    && useradd --system --uid 10001 --gid carequeue --home-dir /var/lib/carequeue --create-home carequeue \
    && apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
WORKDIR /opt/carequeue
COPY --from=layers /build/carequeue/ ./
RUN java -Xshare:dump -Xlog:disable -XX:SharedClassListFile=classes.lst -XX:SharedArchiveFile=carequeue.jsa -cp carequeue.jar; rm -f classes.lst
USER 10001
ENV CAREQUEUE_DATA=/var/lib/carequeue \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError"
VOLUME /var/lib/carequeue
EXPOSE 8080 9090
HEALTHCHECK --interval=10s --timeout=3s --start-period=90s --retries=3 \
    CMD curl -fsS http://localhost:9090/actuator/health/readiness || exit 1
ENTRYPOINT ["java", "-Xshare:auto", "-XX:SharedArchiveFile=carequeue.jsa", "-Xlog:cds*=off", "-jar", "carequeue.jar"]
