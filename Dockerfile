# The service in a container: built in one stage, run in another without a shell, as an unprivileged user. It writes only to
# /data (the embedded database) and /tmp (bodies being received, encrypted): run it with --read-only --tmpfs /tmp, as
# compose.yaml does. Both images are named by tag. A build with digests needs no change of this file:
#   docker build --build-context mcr.microsoft.com/dotnet/sdk:10.0=docker-image://mcr.microsoft.com/dotnet/sdk@sha256:… …
# (docs/operations.md, "What it is built from").
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/SafeguardingMetrics/*.csproj src/SafeguardingMetrics/packages.lock.json src/SafeguardingMetrics/
COPY src/SafeguardingMetrics.Datasets/*.csproj src/SafeguardingMetrics.Datasets/packages.lock.json src/SafeguardingMetrics.Datasets/
COPY src/SafeguardingMetrics.Simulator/*.csproj src/SafeguardingMetrics.Simulator/packages.lock.json src/SafeguardingMetrics.Simulator/
# Compiled ahead (ReadyToRun) for the platform of this stage, for a quicker start.
RUN dotnet restore src/SafeguardingMetrics --locked-mode --use-current-runtime -p:PublishReadyToRun=true
COPY db db
COPY api-specs/openapi.json api-specs/
COPY src src
RUN dotnet publish src/SafeguardingMetrics --configuration Release --no-restore --use-current-runtime --no-self-contained \
        -p:PublishReadyToRun=true --output /app \
    && mkdir /data

# The "extra" image has time zones and ICU, which Europe/London and SqlClient need.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
WORKDIR /app
COPY --from=build /app .
COPY --from=build --chown=1654:1654 /data /data
ENV URLS=http://+:5080 \
    ConnectionStrings__SafeguardingMetrics="Data Source=/data/safeguarding-metrics.db" \
    DOTNET_EnableDiagnostics=0
# A new installation with the embedded database sets Database__Create=true for its first start.
VOLUME /data
EXPOSE 5080
# The image's user "app", by number, so that an orchestrator that requires non-root can check it.
USER 1654
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["dotnet", "SafeguardingMetrics.dll", "health"]
ENTRYPOINT ["dotnet", "SafeguardingMetrics.dll"]
