#!/bin/bash
# Runs a worker as the script of Kafka does.
# shellcheck disable=SC2086 # options are separated by spaces
exec java ${KAFKA_HEAP_OPTS:--Xmx256m} ${KAFKA_OPTS:-} -Dlogback.configurationFile=/opt/kafka/bin/logback.xml \
  -cp '/opt/kafka/connect/*' org.apache.kafka.connect.cli.ConnectStandalone "$@"
