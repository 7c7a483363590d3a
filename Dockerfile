# From the sources to an image, with nothing but Docker:
#
#   docker build -t chancery . && docker run -p 8080:8080 -v chancery-data:/data -e CHANCERY_SAMPLE=true chancery
#
# For PostgreSQL: docker build --build-arg DATABASE=postgresql -t chancery:postgresql .

ARG JDK_IMAGE=docker.io/library/eclipse-temurin:25.0.3_9-jdk-noble
ARG JRE_IMAGE=docker.io/library/eclipse-temurin:25.0.3_9-jre-noble

FROM ${JDK_IMAGE} AS build
ARG DATABASE=h2
# More arguments for Maven, such as --offline.
ARG MAVEN_ARGS=
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn/ .mvn/
COPY src/main/ src/main/
RUN set -eu; \
    command -v curl >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends curl >/dev/null; }; \
    if [ "$DATABASE" = postgresql ]; then profile=-Ppostgresql; else profile=; fi; \
    ./mvnw -B -ntp package -DskipTests -Dspotless.check.skip -Dquarkus.package.jar.type=aot-jar $profile

# --- from here on as in src/main/docker/Dockerfile.jvm; a test compares the two ---
FROM ${JRE_IMAGE} AS app
WORKDIR /app
# What changes rarely first: the libraries, then what is made of them, then the service itself.
COPY --from=build /build/target/quarkus-app/lib/ lib/
COPY --from=build /build/target/quarkus-app/quarkus-run.jar ./
COPY --from=build /build/target/quarkus-app/quarkus/ quarkus/
COPY --from=build /build/target/quarkus-app/app/ app/

FROM app AS training
ARG DATABASE=h2
COPY src/main/docker/train src/main/docker/with-postgresql /training/
RUN set -eu; \
    apt-get update -qq; \
    if [ "$DATABASE" = postgresql ]; then \
      apt-get install -y -qq --no-install-recommends curl postgresql >/dev/null; \
      /training/with-postgresql /training/train /app /training/chancery.aot; \
    else \
      apt-get install -y -qq --no-install-recommends curl >/dev/null; \
      /training/train /app /training/chancery.aot; \
    fi

FROM app
ARG DATABASE=h2
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Chancery" \
      org.opencontainers.image.description="The record of diplomatic meetings: who met, who said what, according to whose account." \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION" \
      org.chancery.database="$DATABASE"
COPY --from=training /training/chancery.aot ./
# The group of an arbitrary user, as OpenShift gives one, is 0.
COPY --chown=1001:0 --chmod=0770 src/main/docker/data /data
# Health and metrics are asked from outside of a container.
ENV CHANCERY_DATA=/data \
    QUARKUS_MANAGEMENT_HOST=0.0.0.0 \
    QUARKUS_LOG_CONSOLE_JSON_ENABLED=true
VOLUME /data
EXPOSE 8080 9000
USER 1001
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["java", "-XX:AOTCache=/app/chancery.aot", "-Xlog:aot*=error", "-XX:-UsePerfData", "-XX:+UseSerialGC", "-jar", "/app/quarkus-run.jar", "health"]
# G1 gives memory back once there is little to do, and the JVM what its compiler had (docs/performance.md).
ENTRYPOINT ["java", "-XX:AOTCache=/app/chancery.aot", "-Xlog:aot*=error", "-XX:-UsePerfData", "-XX:MaxRAMPercentage=50", "-XX:+UseG1GC", "-XX:G1PeriodicGCInterval=10000", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30", "-XX:TrimNativeHeapInterval=10000", "-XX:+ExitOnOutOfMemoryError", "-jar", "/app/quarkus-run.jar"]
